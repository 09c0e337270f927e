package io.turnout.application.retention;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.Kind;
import io.turnout.domain.retention.RetentionRule;
import java.util.List;
import java.util.Optional;

/// Deletes what was kept long enough, in small pieces, so that nobody waits for it. Any number of
/// instances may do so at once.
public record DeleteOverdue(Retained retained, RetentionRule rule) {
    private static final int PAGE = 500;

    /// How many were deleted, of all orgs and kinds.
    public long delete() {
        long deleted = 0;
        Optional<OrgId> after = Optional.empty();
        List<OrgId> page;
        do {
            page = retained.orgs(after, PAGE);
            for (OrgId org : page) {
                for (Kind kind : Kind.values()) {
                    deleted += delete(org, kind);
                }
                after = Optional.of(org);
            }
        } while (page.size() == PAGE);
        return deleted;
    }

    long delete(OrgId org, Kind kind) {
        return rule.of(org, kind)
                .map(
                        period -> {
                            long all = 0;
                            int some = retained.delete(org, kind, period);
                            while (some > 0) {
                                all += some;
                                some = retained.delete(org, kind, period);
                            }
                            return all;
                        })
                .orElse(0L);
    }
}
