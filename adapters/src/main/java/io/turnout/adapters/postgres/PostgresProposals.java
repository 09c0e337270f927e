package io.turnout.adapters.postgres;

import io.turnout.application.setting.Proposals;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Refusal;
import io.turnout.domain.setting.ChangeStage;
import io.turnout.domain.setting.Proposal;
import io.turnout.domain.setting.ProposalId;
import io.turnout.domain.setting.ProposalRecords;
import io.turnout.domain.setting.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// Proposals in PostgreSQL. All steps of all of them come one after another: they are few, and no
/// more than one may be under way.
public final class PostgresProposals implements Proposals {
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('setting_proposal'))";
    private static final String NOW = "select clock_timestamp()";
    private static final String ONE = "select * from setting_proposal where proposal_id = :id";
    private static final String LIST =
            "select * from setting_proposal order by added desc limit :limit";
    private static final String UNDER_WAY =
            " stage in ('trial', 'canary', 'all', 'watching', 'reverting')";
    private static final String BUSY =
            "select exists (select from setting_proposal where" + UNDER_WAY + ")";
    private static final String DUE =
            """
            update setting_proposal set looked_at = clock_timestamp()
            where proposal_id = (
                select proposal_id from setting_proposal where ready or
            """
                    + UNDER_WAY
                    + """
                     order by ready, added limit 1)
                    and looked_at < clock_timestamp() - :rest
                    returning proposal_id
                    """;
    private static final String STEP =
            """
            insert into setting_step (proposal_id, version, at, actor, verb, stage, note)
            values (:id, :version, clock_timestamp(), :actor, :verb, :stage, :note)
            """;
    private static final String HISTORY =
            "select * from setting_step where proposal_id = :id order by version desc limit :limit";

    private final Gate gate;

    public PostgresProposals(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Proposal add(ProposalId id, Proposal.Terms terms, Author author) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle -> {
                                            Proposal added =
                                                    Proposal.checked(id, terms, now(handle));
                                            ProposalRow.insert(handle, added);
                                            record(handle, added, "propose", author);
                                            return added;
                                        }));
    }

    private static Instant now(Handle handle) {
        return handle.createQuery(NOW).mapTo(Instant.class).one();
    }

    private static void record(Handle handle, Proposal proposal, String verb, Author author) {
        int _ =
                handle.createUpdate(STEP)
                        .bind("id", proposal.id().value())
                        .bind("version", proposal.version())
                        .bind("actor", author.actor())
                        .bind("verb", verb)
                        .bind("stage", Words.of(proposal.stage()))
                        .bind("note", proposal.progress().note())
                        .execute();
        PostgresAuditTrail.lock(handle);
        var _ =
                PostgresAuditTrail.append(
                        handle, List.of(ProposalRecords.of(proposal, verb, author)));
    }

    @Override
    public Optional<Proposal> find(ProposalId id) {
        return gate.jdbi().withHandle(handle -> find(handle, id));
    }

    private static Optional<Proposal> find(Handle handle, ProposalId id) {
        return handle.createQuery(ONE)
                .bind("id", id.value())
                .map((row, _) -> ProposalRow.read(row))
                .findOne();
    }

    @Override
    public List<Proposal> list(int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LIST)
                                        .bind("limit", limit)
                                        .map((row, _) -> ProposalRow.read(row))
                                        .list());
    }

    @Override
    public Optional<Ruling> change(
            ProposalId id, String verb, Author author, BiFunction<Proposal, Instant, Ruling> rule) {
        return Patience.with(
                () ->
                        gate.jdbi()
                                .inTransaction(
                                        handle -> {
                                            handle.execute(ONE_AT_A_TIME);
                                            return find(handle, id)
                                                    .map(
                                                            one ->
                                                                    change(
                                                                            handle, one, verb,
                                                                            author, rule));
                                        }));
    }

    private static Ruling change(
            Handle handle,
            Proposal before,
            String verb,
            Author author,
            BiFunction<Proposal, Instant, Ruling> rule) {
        Ruling ruling = rule.apply(before, now(handle));
        if (ruling instanceof Ruling.Taken(var after)) {
            if (begins(before, after) && isBusy(handle)) {
                return new Ruling.Refused(Refusal.NOT_NOW);
            }
            ProposalRow.update(handle, after);
            record(handle, after, verb, author);
        }
        return ruling;
    }

    private static boolean begins(Proposal before, Proposal after) {
        return after.stage().isUnderWay() && !before.stage().isUnderWay();
    }

    private static boolean isBusy(Handle handle) {
        return handle.createQuery(BUSY).mapTo(Boolean.class).one();
    }

    @Override
    public Optional<ProposalId> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("rest", REST)
                                        .mapTo(UUID.class)
                                        .findOne()
                                        .map(ProposalId::new));
    }

    @Override
    public List<Entry> history(ProposalId id, int limit) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(HISTORY)
                                        .bind("id", id.value())
                                        .bind("limit", limit)
                                        .map(
                                                (row, _) ->
                                                        new Entry(
                                                                row.getLong("version"),
                                                                Moments.read(row, "at"),
                                                                row.getString("actor"),
                                                                row.getString("verb"),
                                                                Words.read(
                                                                        ChangeStage.class,
                                                                        row.getString("stage")),
                                                                row.getString("note")))
                                        .list());
    }
}
