package io.turnout.domain.rollout;

import io.turnout.domain.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How steps of plans stand in the audit trail: what changed, from what to what, as far as it has
/// room there; all of it is in the plan's own history.
public final class PlanRecords {
    private static final String DONE = "done";

    private PlanRecords() {}

    public static AuditEntry of(Plan plan, String verb, Author author, List<Difference> all) {
        String head =
                "plan=" + plan.id() + " version=" + (plan.version() - 1) + ">" + plan.version();
        String told =
                Stream.concat(
                                Stream.of(head, "reason=" + author.reason()),
                                all.stream().filter(PlanRecords::isShort).map(PlanRecords::told))
                        .filter(AuditEntry::admits)
                        .collect(Collectors.joining("; "));
        return new AuditEntry(
                author.actor(),
                "rollout " + plan.flag().key() + ": " + verb,
                Optional.empty(),
                told.substring(0, Math.min(AuditEntry.TEXT_MAX, told.length())),
                DONE,
                author.request());
    }

    private static boolean isShort(Difference difference) {
        return difference.what().equals("state")
                || difference.what().equals("review")
                || difference.what().endsWith(" state");
    }

    private static String told(Difference difference) {
        return difference.what() + "=" + difference.before() + ">" + difference.after();
    }
}
