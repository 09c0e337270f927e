package io.turnout.application.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.turnout.application.audit.AuditTrail.Period;
import io.turnout.application.audit.DropAudit;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.retention.Notices.Notice;
import io.turnout.application.retention.Notices.Standing;
import io.turnout.application.retention.Notices.Subject;
import io.turnout.application.retention.RunRetention.Round;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.RetentionRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What every storage promises of what is told before it is deleted. Each test has a storage of its
/// own.
public abstract class NoticesContract {
    private static final Duration YEAR = Duration.ofDays(365);

    private final OrgId org = Ids.org();
    private final Subject links = new Subject("links", Optional.of(org));

    protected abstract Storage storage();

    private Standing heed(Duration period) {
        return storage().notices().heed(links, period, 7);
    }

    @Test
    void a_new_period_is_told_for_a_round_and_then_due() {
        assertThat(heed(YEAR)).isEqualTo(Standing.TOLD);
        assertThat(heed(YEAR)).isEqualTo(Standing.WAITS);
        storage().elapse(Notices.TOLD_FOR.plusSeconds(1));

        assertThat(heed(YEAR)).isEqualTo(Standing.DUE);
        assertThat(storage().notices().list(10))
                .extracting(Notice::subject, Notice::period, Notice::overdue)
                .containsExactly(tuple(links, YEAR, 7L));
    }

    @Test
    void a_shorter_one_is_told_anew_and_a_longer_one_is_not() {
        var _ = heed(YEAR);
        storage().elapse(Notices.TOLD_FOR.plusSeconds(1));

        assertThat(heed(YEAR.plusDays(1))).isEqualTo(Standing.DUE);
        assertThat(heed(YEAR)).isEqualTo(Standing.TOLD);
        assertThat(heed(YEAR)).isEqualTo(Standing.WAITS);
    }

    @Test
    void what_had_no_period_for_a_while_is_told_anew() {
        var _ = heed(YEAR);
        storage().elapse(Notices.TOLD_FOR.plusSeconds(1));

        storage().notices().keepOnly(List.of(new Subject("audit", Optional.empty())));

        assertThat(storage().notices().list(10)).isEmpty();
        assertThat(heed(YEAR)).isEqualTo(Standing.TOLD);
    }

    @Test
    void a_round_tells_what_would_go_and_the_next_one_deletes_it() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        MemoryAuditTrail trail = new MemoryAuditTrail(now::get);
        for (int n = 0; n < 3; n++) {
            var _ =
                    trail.append(
                            new AuditEntry("op-1", "x", Optional.empty(), "", "done", "r-" + n));
        }
        now.set(Instant.EPOCH.plus(YEAR.multipliedBy(2)));
        var _ = trail.append(new AuditEntry("op-1", "x", Optional.empty(), "", "done", ""));
        RunRetention retention =
                new RunRetention(
                        new RetentionPorts(
                                storage().retained(),
                                new RetentionRule(Map.of(), Map.of(), Optional.of(YEAR)),
                                storage().notices(),
                                new MemoryKeyManagement()),
                        trail,
                        new DropAudit(trail, new MemoryKeyManagement())::drop);

        assertThat(retention.run()).isEqualTo(new Round(0, 3));
        assertThat(
                        trail.before(Long.MAX_VALUE, Period.ALWAYS, Optional.empty(), 1)
                                .getFirst()
                                .entry()
                                .subject())
                .isEqualTo("audit kept 365 days: 3 would go");
        assertThat(retention.run()).isEqualTo(new Round(0, 3));
        storage().elapse(Notices.TOLD_FOR.plusSeconds(1));

        assertThat(retention.run()).isEqualTo(new Round(3, 0));
        assertThat(trail.anchor()).isPresent();
        assertThat(retention.run()).isEqualTo(new Round(0, 0));
    }
}
