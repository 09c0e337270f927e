package io.turnout.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.audit.AuditTrail.Period;
import io.turnout.application.audit.AuditTrail.Query;
import io.turnout.application.audit.VerifyAudit.Verdict;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What everybody who keeps a trail promises. Each test has a trail of its own.
public abstract class AuditTrailContract {
    protected static final KeyManagement KEYS = new MemoryKeyManagement();

    protected abstract AuditTrail trail();

    protected static AuditEntry entry(Optional<OrgId> org, int n) {
        return new AuditEntry("op-1", "POST /v1/operator/x", org, "n=" + n, "asked", "r-" + n);
    }

    private static List<AuditRecord> all(AuditTrail trail) {
        return trail.read(Query.after(0, AuditTrail.READ_MAX));
    }

    @Test
    void what_is_appended_is_read_in_its_order() {
        AuditTrail trail = trail();
        OrgId org = Ids.org();

        AuditRecord first = trail.append(entry(Optional.of(org), 1));
        AuditRecord second = trail.append(entry(Optional.empty(), 2));

        assertThat(first.follows(AuditHead.NONE)).isTrue();
        assertThat(second.follows(first.head())).isTrue();
        assertThat(all(trail)).containsExactly(first, second);
        assertThat(trail.read(Query.after(1, 10))).containsExactly(second);
        assertThat(trail.read(new Query(0, Period.ALWAYS, Optional.of(org), 10)))
                .containsExactly(first);
    }

    @Test
    void the_newest_come_first_when_it_is_read_from_its_end() {
        AuditTrail trail = trail();
        OrgId org = Ids.org();
        AuditRecord first = trail.append(entry(Optional.of(org), 1));
        AuditRecord second = trail.append(entry(Optional.empty(), 2));
        AuditRecord third = trail.append(entry(Optional.of(org), 3));

        assertThat(trail.before(Long.MAX_VALUE, Period.ALWAYS, Optional.empty(), 2))
                .containsExactly(third, second);
        assertThat(trail.before(second.number(), Period.ALWAYS, Optional.empty(), 2))
                .containsExactly(first);
        assertThat(trail.before(Long.MAX_VALUE, Period.ALWAYS, Optional.of(org), 9))
                .containsExactly(third, first);
    }

    @Test
    void a_period_includes_its_start_and_not_its_end() {
        AuditTrail trail = trail();
        AuditRecord one = trail.append(entry(Optional.empty(), 1));
        Instant at = one.at();

        assertThat(read(trail, Optional.of(at), Optional.empty())).containsExactly(one);
        assertThat(read(trail, Optional.of(at.plusNanos(1_000)), Optional.empty())).isEmpty();
        assertThat(read(trail, Optional.empty(), Optional.of(at))).isEmpty();
        assertThat(read(trail, Optional.empty(), Optional.of(at.plusNanos(1_000))))
                .containsExactly(one);
    }

    private static List<AuditRecord> read(
            AuditTrail trail, Optional<Instant> from, Optional<Instant> to) {
        return trail.read(new Query(0, new Period(from, to), Optional.empty(), 10));
    }

    @Test
    void those_who_append_at_once_get_numbers_without_a_gap_in_one_chain() throws Exception {
        AuditTrail trail = trail();
        int writers = 40;

        var _ = Race.of(writers, n -> trail.append(entry(Optional.empty(), n)));

        assertThat(all(trail).stream().map(AuditRecord::number))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, writers).boxed().toList());
        assertThat(new VerifyAudit(trail, KEYS).verify(Optional.empty()))
                .isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void all_of_a_long_trail_is_handed_over_a_page_at_a_time() {
        AuditTrail trail = trail();
        for (int n = 0; n < 7; n++) {
            var _ = trail.append(entry(Optional.empty(), n));
        }
        List<AuditRecord> taken = new ArrayList<>();

        long count = new ReadAudit(trail).all(Query.after(0, 3), taken::add);

        assertThat(count).isEqualTo(7);
        assertThat(taken).isEqualTo(all(trail));
    }

    @Test
    void the_end_of_a_trail_that_was_kept_elsewhere_is_missed_when_it_is_gone() {
        AuditTrail trail = trail();
        AuditRecord one = trail.append(entry(Optional.empty(), 1));
        AuditHead later =
                AuditRecord.after(one.head(), one.at(), entry(Optional.empty(), 2)).head();
        VerifyAudit verify = new VerifyAudit(trail, KEYS);

        assertThat(verify.verify(Optional.of(one.head()))).isEqualTo(new Verdict.Whole(one.head()));
        assertThat(verify.verify(Optional.of(later))).isEqualTo(new Verdict.Another(later));
    }

    @Test
    void what_is_dropped_is_the_start_and_the_rest_is_proved_from_the_anchor_on() throws Exception {
        AuditTrail trail = trail();
        for (int n = 1; n <= 4; n++) {
            var _ = trail.append(entry(Optional.empty(), n));
        }
        AuditHead third = all(trail).get(2).head();
        pass();

        assertThat(trail.countOverdue(Duration.ofDays(1))).isZero();
        assertThat(new DropAudit(trail, KEYS).drop(Duration.ofDays(1))).isZero();
        assertThat(trail.countOverdue(Duration.ZERO)).isEqualTo(3);
        assertThat(new DropAudit(trail, KEYS).drop(Duration.ZERO)).isGreaterThanOrEqualTo(3);

        assertThat(trail.anchor().orElseThrow().anchor().head().number())
                .isGreaterThanOrEqualTo(third.number());
        assertThat(all(trail).getLast().entry().action()).isEqualTo("drop of the audit trail");
        AuditRecord next = trail.append(entry(Optional.empty(), 9));
        VerifyAudit verify = new VerifyAudit(trail, KEYS);
        assertThat(verify.verify(Optional.empty())).isEqualTo(new Verdict.Whole(next.head()));
        assertThat(verify.verify(Optional.of(third))).isEqualTo(new Verdict.Whole(next.head()));
    }

    /// What was appended is older than this moment from now on.
    protected void pass() throws InterruptedException {
        Instant before = Instant.now();
        while (!Instant.now().isAfter(before.plusMillis(2))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void more_than_a_page_is_not_read_at_once() {
        assertThatThrownBy(() -> Query.after(0, AuditTrail.READ_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
