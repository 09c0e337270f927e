package io.turnout.application.privacy;

import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// Gives an org another key to seal with, or to find people by. What is made with the one before is
/// made anew by whichever instance comes by.
public final class ReplaceOrgKey {
    private static final int FIRST = 1;

    private final OrgKeys keys;
    private final KeyManagement management;

    public ReplaceOrgKey(OrgKeys keys, KeyManagement management) {
        this.keys = keys;
        this.management = management;
    }

    /// What became of it.
    public enum Answer {
        /// New records are made with another key within seconds.
        BEGUN,
        /// The last time has not ended yet.
        GOING_ON,
        /// The org has no keys, or is not at home here.
        NO_KEYS
    }

    /// The key by which keyed hashes are made, or that which makes tokens, is not replaced.
    public Answer replace(OrgId org, Purpose purpose) {
        if (Shelf.of(purpose).isEmpty()) {
            throw new IllegalArgumentException("not replaced: " + purpose);
        }
        if (keys.find(org).isEmpty()) {
            return Answer.NO_KEYS;
        }
        if (ids(org, purpose).isEmpty()) {
            // The org is from before there were keys of this purpose: this one stands for that.
            boolean _ = add(new Name(org, purpose, FIRST));
        }
        List<Integer> ids = ids(org, purpose);
        if (ids.size() == 1 && add(new Name(org, purpose, ids.getFirst() + 1))) {
            return Answer.BEGUN;
        }
        return ids(org, purpose).size() > 1 ? Answer.GOING_ON : Answer.NO_KEYS;
    }

    private boolean add(Name name) {
        return keys.add(name, management.fresh(name));
    }

    private List<Integer> ids(OrgId org, Purpose purpose) {
        return keys.find(org).stream()
                .map(Wrapped::name)
                .filter(name -> name.purpose() == purpose)
                .map(Name::id)
                .toList();
    }
}
