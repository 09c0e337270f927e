package io.turnout.application.privacy;

import io.turnout.application.privacy.KeyManagement.Standing;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// Wraps the keys of all orgs under the current master key that are under an older one. Nothing
/// else changes, so nobody needs to be told; any number of instances may do so at once, and a
/// round that broke off is a round that the next one ends.
public final class RewrapOrgKeys {
    private static final int PAGE = 200;

    private final OrgKeys keys;
    private final KeyManagement management;

    public RewrapOrgKeys(OrgKeys keys, KeyManagement management) {
        this.keys = keys;
        this.management = management;
    }

    /// How many were wrapped anew, and how many could not be opened.
    public record Round(int changed, int unreadable) {}

    /// Goes over all orgs that are at home here.
    public Round rewrap() {
        int changed = 0;
        int unreadable = 0;
        Optional<OrgId> after = Optional.empty();
        List<Wrapped> page;
        do {
            page = keys.list(after, PAGE);
            for (Wrapped key : page) {
                if (management.master(key.key()).standing() == Standing.OLDER) {
                    Optional<byte[]> anew = anew(key);
                    changed += anew.isPresent() && keys.rewrap(key, anew.get()) ? 1 : 0;
                    unreadable += anew.isPresent() ? 0 : 1;
                }
            }
            after = page.isEmpty() ? after : Optional.of(page.getLast().name().org());
        } while (!page.isEmpty());
        return new Round(changed, unreadable);
    }

    private Optional<byte[]> anew(Wrapped key) {
        try {
            return Optional.of(management.rewrap(key.name(), key.key()));
        } catch (IllegalStateException unreadable) {
            // One that was changed must not keep the others from being wrapped.
            return Optional.empty();
        }
    }
}
