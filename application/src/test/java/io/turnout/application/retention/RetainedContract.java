package io.turnout.application.retention;

import static io.turnout.application.erasure.Forgetting.again;
import static io.turnout.application.erasure.Forgetting.group;
import static io.turnout.application.erasure.Forgetting.invite;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.retention.CountOverdue.Overdue;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.IfFull;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.retention.Kind;
import io.turnout.domain.retention.RetentionRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every storage promises of what was kept long enough. Each test has a storage of its own.
public abstract class RetainedContract {
    private static final String ADA = "ada@example.org";
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration CENTURY = Duration.ofDays(36_525);

    protected abstract Storage storage();

    private static RetentionRule rule(Duration period) {
        return new RetentionRule(Map.of(Kind.REGISTRATIONS, period, Kind.LINKS, period), Map.of());
    }

    private long deleted(RetentionRule rule) {
        return new DeleteOverdue(storage().retained(), rule).delete();
    }

    private List<Overdue> overdue(RetentionRule rule) {
        return new CountOverdue(storage().retained(), rule).count();
    }

    private void sendAll() {
        storage().elapse(Duration.ofMinutes(1));
        Optional<Batch> batch = storage().outbox().take(BatchRule.USUAL);
        while (batch.isPresent()) {
            RowAnswer sent = new RowAnswer.Sent("a0X000000000001AAA", true);
            List<RowAnswer> answers =
                    batch.get().attendees().stream().<RowAnswer>map(_ -> sent).toList();
            storage().outbox().settle(batch.get(), new Receipt.Answered(answers));
            storage().elapse(Duration.ofMinutes(1));
            batch = storage().outbox().take(BatchRule.USUAL);
        }
    }

    @Test
    void what_is_of_an_event_long_over_is_counted_and_deleted() {
        keepAndDelete();
    }

    protected void keepAndDelete() {
        Fair fair = Fair.of(storage(), 2);
        RegistrationRequest request = group(fair, ADA, "ben@example.org");
        RegistrationId kept = fair.admit(request).id();
        RegistrationId inLine = fair.inLine(group(fair, IfFull.WAIT, ADA));
        LinkId link = invite(fair, ADA);
        sendAll();
        fair.end(2);

        assertThat(overdue(rule(MONTH)))
                .containsExactly(
                        new Overdue(fair.org(), Kind.REGISTRATIONS, MONTH, 2),
                        new Overdue(fair.org(), Kind.LINKS, MONTH, 1));
        assertThat(storage().book().find(fair.org(), kept)).isPresent();
        assertThat(deleted(rule(MONTH))).isEqualTo(3);

        assertThat(storage().book().find(fair.org(), kept)).isEmpty();
        assertThat(storage().book().find(fair.org(), inLine)).isEmpty();
        assertThat(storage().links().find(fair.org(), link)).isEmpty();
        assertThat(fair.register(again(request))).isInstanceOf(Decision.Closed.class);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(2);
        assertThat(overdue(rule(MONTH))).extracting(Overdue::count).containsOnly(0L);
        assertThat(deleted(rule(MONTH))).isZero();
    }

    @Test
    void who_only_stood_in_line_may_go_before_who_came() {
        Fair fair = Fair.of(storage(), 2);
        RegistrationId came = fair.admit(group(fair, ADA, "ben@example.org")).id();
        RegistrationId inLine = fair.inLine(group(fair, IfFull.WAIT, ADA));
        sendAll();
        fair.end(2);
        RetentionRule line =
                new RetentionRule(
                        Map.of(Kind.REGISTRATIONS, CENTURY, Kind.WAITLIST, MONTH), Map.of());

        assertThat(overdue(line)).contains(new Overdue(fair.org(), Kind.WAITLIST, MONTH, 1));
        assertThat(deleted(line)).isOne();

        assertThat(storage().book().find(fair.org(), inLine)).isEmpty();
        assertThat(storage().book().find(fair.org(), came)).isPresent();
    }

    @Test
    void what_is_still_owed_is_kept() {
        Fair fair = Fair.of(storage(), 2);
        RegistrationId kept = fair.admit(group(fair, ADA)).id();
        fair.end(2);

        assertThat(deleted(rule(MONTH))).isZero();
        assertThat(storage().book().find(fair.org(), kept)).isPresent();
        sendAll();
        assertThat(deleted(rule(MONTH))).isOne();
    }

    @Test
    void what_is_not_over_for_so_long_or_has_no_period_is_kept() {
        Fair fair = Fair.of(storage(), 2);
        Fair open = Fair.of(storage(), 2);
        var _ = fair.admit(group(fair, ADA));
        var _ = open.admit(group(open, ADA));
        sendAll();
        fair.end(2);

        assertThat(deleted(RetentionRule.NONE)).isZero();
        assertThat(deleted(rule(CENTURY))).isZero();
        RetentionRule own =
                new RetentionRule(
                        Map.of(Kind.REGISTRATIONS, MONTH),
                        Map.of(fair.org(), Map.of(Kind.REGISTRATIONS, CENTURY)));
        assertThat(deleted(own)).isZero();
        assertThat(deleted(rule(MONTH))).isOne();
    }
}
