package io.turnout.application.retention;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.retention.CountOverdue.Overdue;
import io.turnout.application.retention.Notices.Standing;
import io.turnout.application.retention.Notices.Subject;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.retention.RetentionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// Deletes by schedule what was kept long enough. What a period of an org and kind would delete is
/// counted and told first, wherever it is new or shorter than it was; from the next round on it is
/// done.
public final class RunRetention {
    private static final String AUDIT = "audit";

    private final RetentionPorts ports;
    private final AuditTrail trail;
    private final ToLongFunction<Duration> dropAudit;

    /// @param dropAudit drops of the trail what is older, and says how many records that were
    public RunRetention(
            RetentionPorts ports, AuditTrail trail, ToLongFunction<Duration> dropAudit) {
        this.ports = ports;
        this.trail = trail;
        this.dropAudit = dropAudit;
    }

    /// What a round did: how many were deleted, and how many were told of only.
    public record Round(long deleted, long told) {
        Round plus(Round more) {
            return new Round(deleted + more.deleted, told + more.told);
        }
    }

    public Round run() {
        RetentionRule rule = ports.rule();
        Round round = new Round(0, 0);
        List<Subject> subjects = new ArrayList<>();
        DeleteOverdue delete = new DeleteOverdue(ports.retained(), rule);
        for (Overdue one : new CountOverdue(ports.retained(), rule).count()) {
            Subject subject =
                    new Subject(one.kind().name().toLowerCase(Locale.ROOT), Optional.of(one.org()));
            subjects.add(subject);
            Standing standing = heed(subject, one.period(), one.count());
            round =
                    round.plus(
                            standing == Standing.DUE
                                    ? new Round(delete.delete(one.org(), one.kind()), 0)
                                    : new Round(0, one.count()));
        }
        Optional<Duration> audit = rule.audit();
        if (audit.isPresent()) {
            subjects.add(new Subject(AUDIT, Optional.empty()));
            round = round.plus(audit(audit.get()));
        }
        ports.notices().keepOnly(subjects);
        return round;
    }

    private Round audit(Duration period) {
        long overdue = trail.countOverdue(period);
        return heed(new Subject(AUDIT, Optional.empty()), period, overdue) == Standing.DUE
                ? new Round(dropAudit.applyAsLong(period), 0)
                : new Round(0, overdue);
    }

    private Standing heed(Subject subject, Duration period, long overdue) {
        Standing standing = ports.notices().heed(subject, period, overdue);
        if (standing == Standing.TOLD) {
            String told =
                    "%s kept %d days: %d would go"
                            .formatted(subject.kind(), period.toDays(), overdue);
            var _ =
                    trail.append(
                            new AuditEntry(
                                    Hand.HOUSE.actor(),
                                    "retention",
                                    subject.org(),
                                    told,
                                    "told",
                                    ""));
        }
        return standing;
    }
}
