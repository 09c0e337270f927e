package io.turnout.adapters.postgres;

import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// A proposal as a row.
final class ProposalRow {
    private static final String INSERT =
            """
            insert into setting_proposal (proposal_id, version, author, reason, kind, base, changes,
                review, authors, reviewed_by, reviewed_at, comment, stage, since, confirm_by,
                applied, seen, note, ready)
            values (:id, :version, :author, :reason, :kind, :base, cast(:changes as jsonb),
                :review, :authors, :by, cast(:at as timestamptz), :comment, :stage, :since,
                :confirmBy, :applied, cast(:seen as jsonb), :note, :ready)
            """;
    private static final String UPDATE =
            """
            update setting_proposal set version = :version, review = :review, authors = :authors,
                reviewed_by = :by, reviewed_at = cast(:at as timestamptz), comment = :comment,
                stage = :stage, since = :since, confirm_by = :confirmBy, applied = :applied,
                seen = cast(:seen as jsonb), note = :note, ready = :ready
            where proposal_id = :id
            """;

    private ProposalRow() {}

    static void insert(Handle handle, Proposal proposal) {
        Proposal.Terms terms = proposal.terms();
        int _ =
                bound(handle.createUpdate(INSERT), proposal)
                        .bind("author", terms.author())
                        .bind("reason", terms.reason())
                        .bind("kind", Words.of(terms.kind()))
                        .bind("base", terms.base())
                        .bind("changes", ProposalJson.write(terms.changes()))
                        .execute();
    }

    static void update(Handle handle, Proposal proposal) {
        int _ = bound(handle.createUpdate(UPDATE), proposal).execute();
    }

    private static Update bound(Update update, Proposal proposal) {
        Proposal.Progress at = proposal.progress();
        return PlanRow.review(update, proposal.review())
                .bind("id", proposal.id().value())
                .bind("version", proposal.version())
                .bind("stage", Words.of(at.stage()))
                .bind("since", Moments.utc(at.since()))
                .bind("confirmBy", Moments.utc(at.confirmBy()))
                .bind("applied", at.applied().orElse(null))
                .bind("seen", ProposalJson.write(at))
                .bind("note", at.note())
                .bind("ready", proposal.mayBegin());
    }

    static Proposal read(ResultSet row) throws SQLException {
        return new Proposal(
                new ProposalId(row.getObject("proposal_id", UUID.class)),
                row.getLong("version"),
                new Proposal.Terms(
                        ProposalJson.changes(row.getString("changes")),
                        row.getLong("base"),
                        row.getString("author"),
                        row.getString("reason"),
                        Words.read(Proposal.Kind.class, row.getString("kind"))),
                PlanRow.review(row),
                progress(row));
    }

    private static Proposal.Progress progress(ResultSet row) throws SQLException {
        ProposalJson.Seen seen = ProposalJson.seen(row.getString("seen"));
        return new Proposal.Progress(
                Words.read(ChangeStage.class, row.getString("stage")),
                Moments.read(row, "since"),
                Moments.maybe(row, "confirm_by"),
                Optional.ofNullable(row.getObject("applied", Long.class)),
                Optional.ofNullable(seen.now()),
                Optional.ofNullable(seen.trial()),
                Optional.ofNullable(seen.before()),
                row.getString("note"));
    }
}
