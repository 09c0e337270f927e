package io.turnout.domain.rollout;

import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.org.OrgId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How changes of flags stand in the audit trail: one record an org, so that each org's own story
/// is whole.
public final class ChangeRecords {
    private static final String KEPT = "kept";
    private static final Comparator<OrgId> BY_ID = Comparator.comparing(OrgId::value);

    private ChangeRecords() {}

    public static List<AuditEntry> of(List<FlagChange> changes, Author author) {
        return changes.stream().flatMap(change -> of(change, author)).toList();
    }

    private static Stream<AuditEntry> of(FlagChange change, Author author) {
        return switch (change.audience()) {
            case Audience.Everybody() -> Stream.of(entry(change, Optional.empty(), author));
            case Audience.Orgs(var orgs) ->
                    orgs.stream().sorted(BY_ID).map(org -> entry(change, Optional.of(org), author));
        };
    }

    private static AuditEntry entry(FlagChange change, Optional<OrgId> org, Author author) {
        return new AuditEntry(
                author.actor(),
                "flag " + change.flag().key() + ": " + verb(change),
                org,
                org.isEmpty() ? "everybody: " + author.reason() : author.reason(),
                KEPT,
                author.request());
    }

    private static String verb(FlagChange change) {
        return switch (change) {
            case FlagChange.Kill _ -> "kill";
            case FlagChange.Lift _ -> "lift the kill";
            case FlagChange.Force force ->
                    "force " + force.to() + force.until().map(end -> " until " + end).orElse("");
            case FlagChange.Release _ -> "release";
            case FlagChange.Allow _ -> "allow";
            case FlagChange.Withdraw _ -> "withdraw";
        };
    }
}
