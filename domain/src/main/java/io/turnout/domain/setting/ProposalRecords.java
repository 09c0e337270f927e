package io.turnout.domain.setting;

import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.rollout.Author;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How steps of proposals stand in the audit trail: what changes from what to what, as far as it
/// has room there. No secret is ever in a proposal.
public final class ProposalRecords {
    private ProposalRecords() {}

    public static AuditEntry of(Proposal proposal, String verb, Author author) {
        String told =
                Stream.concat(
                                Stream.of(
                                        "proposal=" + proposal.id(),
                                        "stage=" + proposal.stage(),
                                        "note=" + proposal.progress().note(),
                                        "reason=" + author.reason()),
                                proposal.terms().changes().stream().map(ProposalRecords::told))
                        .filter(AuditEntry::admits)
                        .collect(Collectors.joining("; "));
        return new AuditEntry(
                author.actor(),
                "settings: " + verb,
                Optional.empty(),
                told.substring(0, Math.min(AuditEntry.TEXT_MAX, told.length())),
                "kept",
                author.request());
    }

    private static String told(Variables.Change change) {
        return change.name()
                + "="
                + change.before().orElse("usual")
                + ">"
                + change.after().orElse("usual");
    }
}
