package io.turnout.application.privacy;

import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// Gives an org another key to seal with. What is sealed under the one before is wrapped anew by
/// whichever instance comes by.
public final class ReplaceOrgKey {
    private final OrgKeys keys;
    private final KeyManagement management;

    public ReplaceOrgKey(OrgKeys keys, KeyManagement management) {
        this.keys = keys;
        this.management = management;
    }

    /// What became of it.
    public enum Answer {
        /// New records are sealed under another key within seconds.
        BEGUN,
        /// The last time has not ended yet.
        GOING_ON,
        /// The org has no keys, or is not at home here.
        NO_KEYS
    }

    public Answer replace(OrgId org) {
        var seals =
                keys.find(org).stream()
                        .filter(key -> key.name().purpose() == Purpose.SEAL)
                        .map(Wrapped::name)
                        .toList();
        Optional<Name> last = seals.stream().findFirst();
        if (last.isEmpty()) {
            return Answer.NO_KEYS;
        }
        if (seals.size() > 1) {
            return Answer.GOING_ON;
        }
        Name next = new Name(org, Purpose.SEAL, last.get().id() + 1);
        if (keys.add(next, management.fresh(next))) {
            return Answer.BEGUN;
        }
        return keys.find(org).size() > Purpose.values().length ? Answer.GOING_ON : Answer.NO_KEYS;
    }
}
