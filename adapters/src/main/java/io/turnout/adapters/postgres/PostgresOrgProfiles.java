package io.turnout.adapters.postgres;

import io.turnout.application.rollout.OrgProfiles;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Label;
import io.turnout.domain.rollout.OrgProfile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Profiles in PostgreSQL, one row an org of which something is known.
public final class PostgresOrgProfiles implements OrgProfiles {
    private static final String READ =
            """
            select h.org_id, p.kind, coalesce(p.zone, p.zone_told) as zone, p.region, p.tier, p.tags
            from org_home h left join org_profile p on p.org = h.org_id
            where h.home = :stack
            """;
    private static final String ALL = READ + " order by h.org_id limit :limit";
    private static final String ONE = READ + " and h.org_id = :org";
    private static final String KEEP =
            """
            insert into org_profile (org, kind, zone, region, tier, tags)
            values (:org, :kind, :zone, :region, :tier, :tags)
            on conflict (org) do update set kind = excluded.kind, zone = excluded.zone,
                region = excluded.region, tier = excluded.tier, tags = excluded.tags
            """;
    private static final String LEARN =
            """
            insert into org_profile (org, zone_told) values (:org, :zone)
            on conflict (org) do update set zone_told = excluded.zone_told
            """;

    private static final String UNASKED =
            """
            insert into org_profile as p (org, asked_at)
            select h.org_id, clock_timestamp() from org_home h
            left join org_profile known on known.org = h.org_id
            where h.home = :stack
            and coalesce(known.asked_at, '-infinity') < clock_timestamp() - :asked
            order by known.asked_at nulls first, h.org_id limit 1
            on conflict (org) do update set asked_at = excluded.asked_at
            where p.asked_at < excluded.asked_at - :asked
            returning org
            """;

    private final Gate gate;

    public PostgresOrgProfiles(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<OrgProfile> all() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ALL)
                                        .bind("stack", gate.stack())
                                        .bind("limit", ORGS_MAX)
                                        .map((row, _) -> profile(row))
                                        .list());
    }

    @Override
    public Optional<OrgProfile> find(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(ONE)
                                        .bind("stack", gate.stack())
                                        .bind("org", org.value())
                                        .map((row, _) -> profile(row))
                                        .findOne());
    }

    private static OrgProfile profile(ResultSet row) throws SQLException {
        Optional<Array> tags = Optional.ofNullable(row.getArray("tags"));
        return new OrgProfile(
                new OrgId(row.getString("org_id")),
                Optional.ofNullable(row.getString("kind"))
                        .map(kind -> Words.read(OrgProfile.Kind.class, kind))
                        .orElse(OrgProfile.Kind.CUSTOMER),
                Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
                Optional.ofNullable(row.getString("region")).map(Label::new),
                Optional.ofNullable(row.getString("tier")).map(Label::new),
                tags.isPresent() ? SelectionRow.values(tags.get(), Label::new) : Set.of());
    }

    @Override
    public void keep(OrgProfile profile) {
        int _ =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(KEEP)
                                                .bind("org", profile.org().value())
                                                .bind("kind", Words.of(profile.kind()))
                                                .bind("zone", word(profile.zone()))
                                                .bind("region", word(profile.region()))
                                                .bind("tier", word(profile.tier()))
                                                .bindArray(
                                                        "tags",
                                                        String.class,
                                                        profile.tags().stream()
                                                                .map(Label::value)
                                                                .sorted()
                                                                .toList())
                                                .execute());
    }

    private static Optional<String> word(Optional<?> value) {
        return value.map(Object::toString);
    }

    @Override
    public Optional<OrgId> unasked() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(UNASKED)
                                        .bind("stack", gate.stack())
                                        .bind("asked", ASKED)
                                        .map((row, _) -> new OrgId(row.getString("org")))
                                        .findOne());
    }

    @Override
    public void learn(OrgId org, ZoneId zone) {
        int _ =
                gate.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createUpdate(LEARN)
                                                .bind("org", org.value())
                                                .bind("zone", zone.getId())
                                                .execute());
    }
}
