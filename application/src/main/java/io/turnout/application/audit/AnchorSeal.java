package io.turnout.application.audit;

import io.turnout.application.audit.AuditTrail.Sealed;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.domain.audit.AuditAnchor;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;

/// Vouches for an anchor by the stack's master key, which is in no table: the anchor's hash,
/// wrapped as a key of an org that is nobody's.
record AnchorSeal(KeyManagement management) {
    private static final Name PLACE = new Name(new OrgId("00D000000000000"), Purpose.SEAL, 1);

    Sealed seal(AuditAnchor anchor) {
        return new Sealed(anchor, management.wrap(PLACE, anchor.digest()));
    }

    boolean fits(Sealed sealed) {
        try {
            return Secrets.equal(management.unwrap(PLACE, sealed.seal()), sealed.anchor().digest());
        } catch (IllegalStateException forged) {
            return false;
        }
    }

    boolean isOlder(Sealed sealed) {
        return management.master(sealed.seal()).standing() == Standing.OLDER;
    }
}
