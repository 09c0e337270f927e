package io.turnout.application.audit;

import io.turnout.application.audit.AuditTrail.Sealed;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.audit.AuditAnchor;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.audit.AuditRecord;
import java.util.List;
import java.util.Optional;

/// Goes through a trail from its first record, or from the anchor up to which it was dropped, and
/// finds where it was changed.
public record VerifyAudit(AuditTrail trail, KeyManagement management) {
    /// What a look at all of it found.
    public sealed interface Verdict {
        /// All of it is as it was written, as far as `head`. Keep that elsewhere.
        record Whole(AuditHead head) implements Verdict {}

        /// The first record that does not fit those before: it, or one before it, was changed,
        /// taken away or put in.
        record Changed(long number) implements Verdict {}

        /// The anchor that it begins with is none that the house made, or is sealed under a master
        /// key that is not at hand.
        record Forged(AuditAnchor anchor) implements Verdict {}

        /// It is a sound trail, but not the one that `known` was the head of: its end was cut
        /// off, or all of it was written anew.
        record Another(AuditHead known) implements Verdict {}
    }

    /// Reads all of it, a page at a time. A known head that was dropped since is vouched for by the
    /// anchor.
    ///
    /// @param known a head that was kept elsewhere, which nobody could change with the trail
    public Verdict verify(Optional<AuditHead> known) {
        Optional<Sealed> anchor = trail.anchor();
        if (anchor.filter(one -> !new AnchorSeal(management).fits(one)).isPresent()) {
            return new Verdict.Forged(anchor.get().anchor());
        }
        AuditHead head = anchor.map(one -> one.anchor().head()).orElse(AuditHead.NONE);
        boolean met =
                known.isEmpty() || known.get().equals(head) || known.get().number() < head.number();
        while (true) {
            List<AuditRecord> page;
            try {
                page = read(head);
            } catch (IllegalArgumentException nothingOurs) {
                return new Verdict.Changed(head.number() + 1);
            }
            for (AuditRecord record : page) {
                if (!record.follows(head)) {
                    return new Verdict.Changed(record.number());
                }
                head = record.head();
                met |= known.filter(head::equals).isPresent();
            }
            if (page.isEmpty()) {
                return met ? new Verdict.Whole(head) : new Verdict.Another(known.get());
            }
        }
    }

    /// One by one where something among them is no record of ours at all.
    private List<AuditRecord> read(AuditHead head) {
        try {
            return trail.read(AuditTrail.Query.after(head.number(), AuditTrail.READ_MAX));
        } catch (IllegalArgumentException somewhere) {
            return trail.read(AuditTrail.Query.after(head.number(), 1));
        }
    }
}
