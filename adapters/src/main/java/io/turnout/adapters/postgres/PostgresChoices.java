package io.turnout.adapters.postgres;

import io.turnout.application.rollout.Choices;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What orgs said of features, in PostgreSQL.
public final class PostgresChoices implements Choices {
    private static final String CHOOSE =
            """
            insert into rollout_choice (flag, org, choice, actor)
            values (:flag, :org, :choice, :actor)
            on conflict (flag, org) do update set choice = excluded.choice, actor = excluded.actor,
                at = now()
            """;
    private static final String FORGET =
            "delete from rollout_choice where flag = :flag and org = :org";
    private static final String OF = "select org, choice from rollout_choice where flag = :flag";

    private static final String OF_ORG =
            "select flag, choice, actor, at from rollout_choice where org = :org";

    private final Gate gate;

    public PostgresChoices(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void choose(Flag flag, OrgId org, Choice choice, Author author) {
        int _ =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(CHOOSE)
                                                .bind("flag", flag.key())
                                                .bind("org", org.value())
                                                .bind("choice", Words.of(choice))
                                                .bind("actor", author.actor())
                                                .execute());
    }

    @Override
    public void forget(Flag flag, OrgId org) {
        int _ =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(FORGET)
                                                .bind("flag", flag.key())
                                                .bind("org", org.value())
                                                .execute());
    }

    @Override
    public Map<OrgId, Choice> of(Flag flag) {
        Map<OrgId, Choice> said = new HashMap<>();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(OF)
                                        .bind("flag", flag.key())
                                        .map(
                                                (row, _) ->
                                                        said.put(
                                                                new OrgId(row.getString("org")),
                                                                Words.read(
                                                                        Choice.class,
                                                                        row.getString("choice"))))
                                        .forEach(_ -> {}));
        return said;
    }

    @Override
    public Map<Flag, Said> of(OrgId org) {
        Map<Flag, Said> said = new HashMap<>();
        gate.jdbi()
                .useHandle(
                        handle ->
                                handle.createQuery(OF_ORG)
                                        .bind("org", org.value())
                                        .map((row, _) -> keep(said, row))
                                        .forEach(_ -> {}));
        return said;
    }

    /// What is said of a flag that is gone means nothing any more.
    private static boolean keep(Map<Flag, Said> said, ResultSet row) throws SQLException {
        Optional<Flag> flag = Flag.of(row.getString("flag"));
        if (flag.isPresent()) {
            Choice choice = Words.read(Choice.class, row.getString("choice"));
            said.put(flag.get(), new Said(choice, row.getString("actor"), Moments.read(row, "at")));
        }
        return flag.isPresent();
    }
}
