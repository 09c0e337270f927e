package io.turnout.application.retention;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.retention.Kind;
import io.turnout.domain.retention.RetentionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would be deleted now. Nothing is.
public record CountOverdue(Retained retained, RetentionRule rule) {
    private static final int PAGE = 500;

    /// So many of a kind of an org, which are kept for `period`.
    public record Overdue(OrgId org, Kind kind, Duration period, long count) {}

    /// Of each org and kind that has a period.
    public List<Overdue> count() {
        List<Overdue> all = new ArrayList<>();
        Optional<OrgId> after = Optional.empty();
        List<OrgId> page;
        do {
            page = retained.orgs(after, PAGE);
            for (OrgId org : page) {
                for (Kind kind : Kind.values()) {
                    rule.of(org, kind)
                            .map(
                                    period ->
                                            new Overdue(
                                                    org,
                                                    kind,
                                                    period,
                                                    retained.overdue(org, kind, period)))
                            .ifPresent(all::add);
                }
                after = Optional.of(org);
            }
        } while (page.size() == PAGE);
        return all;
    }
}
