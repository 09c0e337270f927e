package io.turnout.application.erasure;

import static io.turnout.application.erasure.Forgetting.group;
import static io.turnout.application.erasure.Forgetting.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.ErasureRule.Pending;
import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Told;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every storage promises of writes to Salesforce when somebody is forgotten. Each test has a
/// storage of its own, since whoever takes takes from any org.
public abstract class ErasureWritesContract {
    private static final String ADA = "ada@example.org";
    private static final String BEN = "ben@example.org";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    protected abstract Storage storage();

    private Batch take() {
        storage().elapse(MINUTE);
        return storage().outbox().take(BatchRule.USUAL).orElseThrow();
    }

    private void settle(Batch batch, RowAnswer answer) {
        List<RowAnswer> answers =
                Stream.generate(() -> answer).limit(batch.attendees().size()).toList();
        storage().outbox().settle(batch, new Receipt.Answered(answers));
    }

    private static RowAnswer sent() {
        return new RowAnswer.Sent("a0X000000000001AAA", true);
    }

    @Test
    void nothing_is_told_of_who_never_left() {
        Fair fair = Fair.of(storage(), 4);
        var _ = fair.admit(group(fair, ADA));

        Progress done = Forgetting.in(fair).forget(ADA);

        assertThat(done.erased().withdrawn()).isOne();
        assertThat(done.told()).isEqualTo(new Told(0, 0, 0));
        storage().elapse(MINUTE);
        assertThat(storage().outbox().take(BatchRule.USUAL)).isEmpty();
    }

    @Test
    void who_sits_in_a_group_is_told_as_nobody() {
        Fair fair = Fair.of(storage(), 4);
        RegistrationRequest together = group(fair, ADA, BEN);
        var _ = fair.admit(together);

        Progress done = Forgetting.in(fair).forget(ADA);
        Batch batch = take();

        assertThat(done.erased().owed()).isOne();
        Person nobody = Person.nobody(together.attendees().getFirst().id());
        assertThat(batch.attendees())
                .extracting(OwedAttendee::person)
                .containsExactlyInAnyOrder(nobody, person(BEN));
        assertThat(batch.attendees())
                .extracting(OwedAttendee::status)
                .containsOnly(RegistrationStatus.CONFIRMED);
        settle(batch, sent());
        assertThat(told(fair, done)).isEqualTo(new Told(0, 1, 0));
    }

    private static Told told(Fair fair, Progress done) {
        return Forgetting.in(fair).progress(done.id()).told();
    }

    @Test
    void a_call_in_flight_does_not_undo_it() {
        Fair fair = Fair.of(storage(), 4);
        var _ = fair.admit(group(fair, ADA, BEN));
        Batch before = take();

        Progress done = Forgetting.in(fair).forget(ADA);
        settle(before, sent());

        assertThat(done.erased().owed()).isOne();
        assertThat(done.told()).isEqualTo(new Told(1, 0, 0));
        Batch after = take();
        assertThat(after.attendees())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.person()).isEqualTo(Person.nobody(one.id()));
                            assertThat(one.status()).isEqualTo(RegistrationStatus.CONFIRMED);
                        });
        settle(after, sent());
        assertThat(told(fair, done)).isEqualTo(new Told(0, 1, 0));
    }

    @Test
    void what_was_set_aside_is_not_any_more() {
        Fair fair = Fair.of(storage(), 4);
        var _ = fair.admit(group(fair, ADA, BEN));
        Reason quoting = new Reason("INVALID", "not an address: " + ADA, List.of("Email__c"));
        settle(take(), new RowAnswer.Refused(quoting));
        assertThat(storage().outbox().setAside(fair.org(), 10)).hasSize(2);

        Progress done = Forgetting.in(fair).forget(ADA);

        assertThat(storage().outbox().setAside(fair.org(), 10)).hasSize(1);
        assertThat(done.erased().setAside()).isOne();
        assertThat(take().attendees())
                .singleElement()
                .satisfies(one -> assertThat(one.person()).isEqualTo(Person.nobody(one.id())));
    }

    @Test
    void where_it_is_wanted_the_org_is_told_first() {
        Fair fair = Fair.of(storage(), 4);
        ErasureRule rule = new ErasureRule(Pending.SEND_FIRST, MINUTE.multipliedBy(60));
        Forgetting forgetting = Forgetting.in(fair, rule);
        var _ = fair.admit(group(fair, ADA));
        ErasureId id = forgetting.ask(ADA);
        forgetting.run();
        assertThat(forgetting.progress(id).state()).isEqualTo(ErasureState.ASKED);

        Batch first = take();
        assertThat(first.attendees().getFirst().person()).isEqualTo(person(ADA));
        settle(first, sent());
        Progress done = forgetting.settled(id);

        assertThat(done.state()).isEqualTo(ErasureState.DONE);
        assertThat(take().attendees().getFirst().person().name()).isEqualTo("Erased");
    }

    @Test
    void an_org_that_cannot_be_told_first_is_not_waited_for_longer_than_that() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting =
                Forgetting.in(fair, new ErasureRule(Pending.SEND_FIRST, Duration.ZERO));
        var _ = fair.admit(group(fair, ADA));

        assertThat(forgetting.forget(ADA).state()).isEqualTo(ErasureState.DONE);
    }

    @Test
    void what_was_asked_last_comes_first_and_each_once() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        ErasureId first = forgetting.forget(ADA).id();
        storage().elapse(Duration.ofSeconds(1));
        ErasureId second = forgetting.ask(BEN);

        List<Progress> page = ofOrg(fair, Optional.empty());

        assertThat(page).extracting(Progress::id).containsExactly(second, first);
        assertThat(page).extracting(one -> one.entry().isPresent()).containsExactly(false, true);
        assertThat(ofOrg(fair, Optional.of(page.getFirst().mark())))
                .extracting(Progress::id)
                .containsExactly(first);
        assertThat(ofOrg(fair, Optional.of(page.getLast().mark()))).isEmpty();
    }

    private List<Progress> ofOrg(Fair fair, Optional<Mark> before) {
        return storage().erasures().latest(before, 1_000).stream()
                .filter(one -> one.org().equals(fair.org()))
                .toList();
    }
}
