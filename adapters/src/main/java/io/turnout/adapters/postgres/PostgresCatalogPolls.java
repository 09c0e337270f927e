package io.turnout.adapters.postgres;

import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// When each org is asked what changed there, in PostgreSQL.
public final class PostgresCatalogPolls implements CatalogPolls {
    private static final int ORGS = 8;
    private static final String WATCH =
            "insert into org_poll (org_id) values (:org) on conflict (org_id) do nothing";
    private static final String RELIST =
            """
            update org_poll set list_wanted = list_wanted + 1, next_poll_at = least(next_poll_at,
                greatest(now(), polled_at + make_interval(secs => :spacing)))
            where org_id = :org
            """;
    private static final String DUE =
            """
            select org_poll.org_id from org_poll
            join org_home on org_home.org_id = org_poll.org_id and home = :stack
            where next_poll_at <= now() and (lease_until is null or lease_until <= now())
            order by next_poll_at limit :limit
            """;
    private static final String CLAIM =
            """
            update org_poll set attempt = attempt + 1, polled_at = clock_timestamp(),
                lease_until = clock_timestamp() + make_interval(secs => :lease)
            where org_id = (
                select org_id from org_poll where org_id = :org and next_poll_at <= now()
                    and (lease_until is null or lease_until <= now())
                for update skip locked
            )
            returning *, swept_at is null or swept_at <= now() - make_interval(secs => :sweep)
                as sweep
            """;
    private static final String LOOK = "select * from org_poll where org_id = :org";

    private final Gate gate;
    private final PollSettlement settlement;

    public PostgresCatalogPolls(Gate gate, PollRule rule) {
        this.gate = gate;
        this.settlement = new PollSettlement(gate, rule);
    }

    @Override
    public void watch(OrgId org) {
        var _ =
                gate.tryWrite(
                        org,
                        handle -> handle.createUpdate(WATCH).bind("org", org.value()).execute());
    }

    @Override
    public void relist(OrgId org) {
        gate.write(org, handle -> relist(handle, org));
    }

    static void relist(Handle handle, OrgId org) {
        int _ =
                handle.createUpdate(RELIST)
                        .bind("org", org.value())
                        .bind("spacing", LaneLease.seconds(SPACING))
                        .execute();
    }

    @Override
    public Optional<Poll> take() {
        return due().stream().flatMap(org -> claim(org).stream()).findFirst();
    }

    private List<OrgId> due() {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(DUE)
                                        .bind("stack", gate.stack())
                                        .bind("limit", ORGS)
                                        .map((row, _) -> new OrgId(row.getString(1)))
                                        .list());
    }

    private Optional<Poll> claim(OrgId org) {
        return gate.jdbi()
                .inTransaction(
                        handle ->
                                gate.enter(handle, org) == Gate.Entry.OK
                                        ? handle.createQuery(CLAIM)
                                                .bind("org", org.value())
                                                .bind("lease", LaneLease.seconds(LEASE))
                                                .bind("sweep", LaneLease.seconds(SWEEP))
                                                .map((row, _) -> PollRow.poll(org, row))
                                                .findOne()
                                        : Optional.empty());
    }

    @Override
    public void settle(Poll poll, Outcome outcome) {
        settlement.settle(poll, outcome);
    }

    @Override
    public Optional<View> look(OrgId org) {
        return gate.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(LOOK)
                                        .bind("org", org.value())
                                        .map((row, _) -> PollRow.view(row))
                                        .findOne());
    }
}
