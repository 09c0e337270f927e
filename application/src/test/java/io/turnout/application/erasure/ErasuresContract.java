package io.turnout.application.erasure;

import static io.turnout.application.erasure.Forgetting.again;
import static io.turnout.application.erasure.Forgetting.group;
import static io.turnout.application.erasure.Forgetting.invite;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.Invitees;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Told;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.RegistrationStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every storage promises to those who want to be forgotten.
public abstract class ErasuresContract {
    private static final String ADA = "Ada@example.org";
    private static final String BEN = "ben@example.org";
    private static final Duration LATER = Duration.ofSeconds(1);

    protected abstract Storage storage();

    @Test
    void somebody_is_erased_wherever_they_are() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = fair.admit(group(fair, ADA));
        var _ = fair.admit(group(fair, BEN, ADA));
        var _ = fair.admit(group(fair, BEN));
        RegistrationId inLine = fair.inLine(group(fair, IfFull.WAIT, ADA, ADA));
        LinkId hers = invite(fair, ADA);
        LinkId his = invite(fair, BEN);

        Progress done = forgetting.forget(ADA);

        assertThat(done.state()).isEqualTo(ErasureState.DONE);
        assertThat(done.erased()).isEqualTo(new Erased(3, 4, 1, 5, 3, 1, 0, 1));
        assertThat(fair.status(inLine)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(3);
        assertThat(storage().links().find(fair.org(), hers)).isEmpty();
        assertThat(storage().links().find(fair.org(), his)).isPresent();
        assertThat(forgetting.forget(ADA).erased()).isEqualTo(Erased.NOTHING);
    }

    @Test
    void the_record_that_invited_them_is_in_the_receipt_until_the_org_has_it() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        Invitees invitees = new Invitees(storage(), fair);
        InviteeId record = invitees.mint(2).getFirst();
        SealedLink hers =
                new SealedLink(
                        invitees.link(record),
                        new Reference(record.value()),
                        fair.event(),
                        1,
                        new Sealed(new byte[] {1}, new byte[] {2}),
                        storage().vault().finder(fair.org(), Person.folded(ADA)));
        assertThat(storage().links().keep(fair.org(), List.of(hers)))
                .isEqualTo(AttendeeLinks.Keeping.KEPT);
        invitees.tellAll();

        Progress done = forgetting.forget(ADA);

        assertThat(done.erased()).isEqualTo(new Erased(0, 0, 1, 1, 0, 0, 0, 1));
        assertThat(done.told()).isEqualTo(new Told(1, 0, 0));
        storage().elapse(Duration.ofMinutes(1));
        invitees.tellAll();
        assertThat(forgetting.progress(done.id()).told()).isEqualTo(new Told(0, 1, 0));
    }

    @Test
    void an_address_is_known_however_it_is_spelled() {
        Fair fair = Fair.of(storage(), 4);
        var _ = fair.admit(group(fair, ADA));

        assertThat(Forgetting.in(fair).forget("ada@EXAMPLE.org").erased().attendees()).isOne();
    }

    @Test
    void another_org_knows_them_still() {
        Fair fair = Fair.of(storage(), 4);
        Fair other = Fair.of(storage(), 4);
        RegistrationRequest there = group(other, ADA);
        var _ = other.admit(there);

        assertThat(Forgetting.in(fair).forget(ADA).erased()).isEqualTo(Erased.NOTHING);

        assertThat(other.register(again(there))).isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void a_repeat_learns_that_it_was_erased_and_whoever_registers_anew_is_new() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        RegistrationRequest early = group(fair, ADA);
        RegistrationRequest together = group(fair, ADA, BEN);
        var _ = fair.admit(early);
        var _ = fair.admit(together);
        ErasureId id = forgetting.ask(ADA);
        storage().elapse(LATER);
        RegistrationRequest meanwhile = group(fair, ADA);
        var _ = fair.admit(meanwhile);

        Progress done = forgetting.settled(id);

        assertThat(done.erased().attendees()).isEqualTo(2);
        assertThat(fair.register(again(early))).isEqualTo(new Decision.Erased());
        assertThat(fair.register(again(together))).isEqualTo(new Decision.Erased());
        assertThat(fair.register(again(meanwhile))).isInstanceOf(Decision.Repeated.class);
        assertThat(fair.register(group(fair, ADA))).isInstanceOf(Decision.Admitted.class);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(4);
    }

    @Test
    void who_is_asked_of_twice_is_erased_up_to_the_later_time() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = fair.admit(group(fair, ADA));
        Progress first = forgetting.forget(ADA);
        var _ = fair.admit(group(fair, ADA));
        storage().elapse(LATER);

        Progress second = forgetting.forget(ADA);

        assertThat(first.erased().attendees()).isOne();
        assertThat(second.erased().attendees()).isOne();
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    @Test
    void the_same_id_again_changes_nothing() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        var ask = forgetting.useCases().ask();

        ErasureId first = ask.ask(fair.org(), "msg-1", ADA, "r").id();
        storage().elapse(LATER);

        assertThat(ask.ask(fair.org(), "msg-1", "ada@example.org", "r").id()).isEqualTo(first);
        assertThat(ask.ask(fair.org(), "msg-1", BEN, "r").id()).isNotEqualTo(first);
        assertThat(ask.ask(fair.org(), "msg-2", ADA, "r").id()).isNotEqualTo(first);
    }

    @Test
    void what_is_over_stays_as_it_was_but_for_the_names() {
        Fair fair = Fair.of(storage(), 4);
        RegistrationId registration = fair.admit(group(fair, ADA)).id();
        fair.end(2);

        Progress done = Forgetting.in(fair).forget(ADA);

        assertThat(done.erased().attendees()).isOne();
        assertThat(fair.status(registration)).isEqualTo(RegistrationStatus.CONFIRMED);
        assertThat(fair.room(fair.hall()).taken()).isOne();
    }

    @Test
    void the_last_of_a_group_gives_its_seats_back() {
        Fair fair = Fair.of(storage(), 2);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = fair.admit(group(fair, ADA, BEN));

        var _ = forgetting.forget(ADA);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        var _ = forgetting.forget(BEN);

        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    @Test
    void one_takes_a_turn_and_the_next_when_its_lease_is_over() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = fair.admit(group(fair, BEN, ADA));
        ErasureId id = forgetting.ask(ADA);
        Turn died = taken(id);
        assertThat(storage().erasures().take()).noneMatch(turn -> is(turn, id));

        storage().elapse(Erasures.LEASE.plus(LATER));
        Turn second = taken(id);
        storage().erasures().sweep(List.of(died));

        assertThat(storage().erasures().finish(List.of(died), Map.of())).isEmpty();
        assertThat(forgetting.progress(id).erased()).isEqualTo(Erased.NOTHING);
        storage().erasures().sweep(List.of(second));
        storage().elapse(Erasures.SETTLING.plus(LATER));
        forgetting.run();
        assertThat(forgetting.progress(id).erased()).isEqualTo(new Erased(1, 1, 0, 1, 1, 0, 0, 1));
    }

    private Turn taken(ErasureId id) {
        List<Turn> turns = storage().erasures().take();
        while (!turns.isEmpty() && turns.stream().noneMatch(turn -> is(turn, id))) {
            turns = storage().erasures().take();
        }
        return turns.stream().filter(turn -> is(turn, id)).findFirst().orElseThrow();
    }

    private static boolean is(Turn turn, ErasureId id) {
        return turn.wish().id().equals(id);
    }

    @Test
    void nobody_is_erased_who_still_holds_seats() {
        Fair fair = Fair.of(storage(), 4);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = fair.admit(group(fair, ADA));
        ErasureId id = forgetting.ask(ADA);

        storage().erasures().sweep(List.of(taken(id)));
        assertThat(forgetting.progress(id).erased()).isEqualTo(Erased.NOTHING);
        assertThat(storage().erasures().finish(List.of(taken(id)), Map.of())).isEmpty();

        assertThat(forgetting.settled(id).erased().attendees()).isOne();
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    @Test
    void many_at_once_and_several_who_work_leave_one_unbroken_ledger() {
        Fair fair = Fair.of(storage(), 100);
        Forgetting forgetting = Forgetting.in(fair);
        for (int i = 0; i < 12; i++) {
            var _ = fair.admit(group(fair, "guest" + i + "@example.org"));
        }

        List<ErasureId> ids = Race.of(12, i -> forgetting.ask("guest" + i + "@example.org"));
        List<Boolean> _ = Race.of(4, _ -> ran(forgetting));
        storage().elapse(Erasures.SETTLING.plus(LATER));
        List<Boolean> _ = Race.of(4, _ -> ran(forgetting));

        assertThat(ids).allSatisfy(id -> assertThat(forgetting.progress(id).entry()).isPresent());
        AuditHead head = AuditHead.NONE;
        for (LedgerEntry entry : ledger(fair)) {
            assertThat(entry.follows(head)).isTrue();
            assertThat(entry.erased().attendees()).isOne();
            head = entry.head();
        }
        assertThat(head.number()).isEqualTo(12);
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    private static boolean ran(Forgetting forgetting) {
        forgetting.run();
        return true;
    }

    private List<LedgerEntry> ledger(Fair fair) {
        return storage().erasureLedger().read(Optional.empty()).stream()
                .filter(entry -> entry.org().equals(fair.org()))
                .toList();
    }

    @Test
    void what_the_ledger_knows_is_not_asked_again() {
        Fair fair = Fair.of(storage(), 4);
        Progress done = Forgetting.in(fair).forget(ADA);

        assertThat(storage().erasures().askAgain(done.entry().orElseThrow())).isFalse();
    }
}
