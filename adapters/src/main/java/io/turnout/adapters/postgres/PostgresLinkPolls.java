package io.turnout.adapters.postgres;

import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.PollRule;
import io.turnout.domain.registration.InviteeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// When orgs are asked whom they invited, in PostgreSQL.
public final class PostgresLinkPolls implements LinkPolls {
    private static final int ORGS = 8;
    private static final String WATCH =
            "insert into link_poll (org_id) values (:org) on conflict (org_id) do nothing";
    private static final String IS_DUE =
            """
            (lease_until is null or lease_until <= now()) and (next_poll_at <= now()
                or wanted > settled and (polled_at is null
                    or polled_at <= now() - make_interval(secs => :spacing)))
            """;
    private static final String DUE =
            """
            select link_poll.org_id from link_poll
            join org_home on org_home.org_id = link_poll.org_id and home = :stack
            where %s order by next_poll_at limit :limit
            """
                    .formatted(IS_DUE);

    /// A round heeds what was wished for before it began.
    private static final String CLAIM =
            """
            update link_poll set attempt = attempt + 1, polled_at = clock_timestamp(),
                lease_until = clock_timestamp() + make_interval(secs => :lease),
                heeded = case when after_record is null then wanted else heeded end,
                round_untold = round_untold and after_record is not null,
                round_unusable = case when after_record is null then 0 else round_unusable end
            where org_id = (select org_id from link_poll where org_id = :org and %s
                for update skip locked)
            returning attempt, after_record
            """
                    .formatted(IS_DUE);
    private static final String LOOK = "select * from link_poll where org_id = :org";

    private final Gate gate;
    private final LinkPollSettlement settlement;

    public PostgresLinkPolls(Gate gate, PollRule rule) {
        this.gate = gate;
        this.settlement = new LinkPollSettlement(gate, rule);
    }

    @Override
    public void watch(OrgId org) {
        var _ =
                gate.tryWrite(
                        org,
                        handle -> handle.createUpdate(WATCH).bind("org", org.value()).execute());
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
                                        .bind("spacing", LaneLease.seconds(SPACING))
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
                                                .bind("spacing", LaneLease.seconds(SPACING))
                                                .map((row, _) -> poll(org, row))
                                                .findOne()
                                        : Optional.empty());
    }

    private static Poll poll(OrgId org, ResultSet row) throws SQLException {
        return new Poll(
                org,
                row.getLong("attempt"),
                Optional.ofNullable(row.getString("after_record")).map(InviteeId::new));
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
                                        .map((row, _) -> view(row))
                                        .findOne());
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                EventRows.instant(row, "next_poll_at"),
                RefreshViews.moment(row, "succeeded_at"),
                RefreshViews.moment(row, "nudged_at"),
                row.getLong("unusable"),
                Optional.ofNullable(row.getString("trouble")));
    }
}
