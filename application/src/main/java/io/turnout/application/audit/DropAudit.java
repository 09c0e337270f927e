package io.turnout.application.audit;

import io.turnout.application.audit.AuditTrail.Overdue;
import io.turnout.application.audit.AuditTrail.Sealed;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.audit.AuditAnchor;
import io.turnout.domain.audit.AuditEntry;
import java.time.Duration;
import java.util.Optional;

/// Drops from the start of the trail what was kept long enough. What is left is still proved from
/// the anchor on, and the last thing it tells is that something was dropped.
public final class DropAudit {
    private static final String WHO = "turnout";

    private final AuditTrail trail;
    private final AnchorSeal seal;

    public DropAudit(AuditTrail trail, KeyManagement management) {
        this.trail = trail;
        this.seal = new AnchorSeal(management);
    }

    /// How many records were dropped, in small pieces. An anchor that does not hold stops it: what
    /// was changed is evidence.
    public long drop(Duration period) {
        Optional<Sealed> anchor = trail.anchor();
        if (anchor.isPresent() && !seal.fits(anchor.get())) {
            throw new IllegalStateException("the audit trail's anchor was changed");
        }
        anchor.filter(seal::isOlder).ifPresent(old -> trail.reseal(seal.seal(old.anchor())));
        long dropped = 0;
        Optional<Overdue> due = trail.overdue(period);
        while (due.isPresent()) {
            int count = due.get().count();
            dropped += drop(due.get());
            due = count < AuditTrail.DROP_MAX ? Optional.empty() : trail.overdue(period);
        }
        return dropped;
    }

    private long drop(Overdue due) {
        long before = trail.anchor().map(one -> one.anchor().dropped()).orElse(0L);
        AuditAnchor anchor = new AuditAnchor(due.head(), before + due.count(), due.now(), WHO);
        AuditEntry entry =
                new AuditEntry(
                        WHO,
                        "drop of the audit trail",
                        Optional.empty(),
                        due.count() + " records, up to " + due.head(),
                        "done",
                        "");
        return trail.drop(seal.seal(anchor), entry);
    }
}
