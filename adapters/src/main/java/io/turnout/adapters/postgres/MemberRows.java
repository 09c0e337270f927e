package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.Rollout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The orgs of a plan's waves as rows.
final class MemberRows {
    private static final String KEEP =
            """
            insert into rollout_member (plan_id, org, wave, state, since)
            select :plan, org, wave, state, since
            from unnest(:orgs, :waves, :states, cast(:sinces as timestamptz[]))
                as fresh(org, wave, state, since)
            on conflict (plan_id, org) do update set wave = excluded.wave, state = excluded.state,
                since = excluded.since
            """;
    private static final String REMOVE =
            "delete from rollout_member where plan_id = :plan and org = any(:orgs)";
    private static final String READ = "select * from rollout_member where plan_id = :plan";

    private MemberRows() {}

    /// Writes what is other than before.
    static void keep(Handle handle, Rollout before, Rollout after) {
        PlanId plan = after.plan().id();
        List<String> gone =
                before.members().keySet().stream()
                        .filter(org -> !after.members().containsKey(org))
                        .map(OrgId::value)
                        .toList();
        if (!gone.isEmpty()) {
            int _ =
                    handle.createUpdate(REMOVE)
                            .bind("plan", plan.value())
                            .bindArray("orgs", String.class, gone)
                            .execute();
        }
        List<Member> changed =
                after.members().values().stream()
                        .filter(member -> !member.equals(before.members().get(member.org())))
                        .toList();
        if (!changed.isEmpty()) {
            Columns columns =
                    new Columns()
                            .with("orgs", String.class)
                            .with("waves", Integer.class)
                            .with("states", String.class)
                            .with("sinces", String.class);
            changed.forEach(
                    member ->
                            columns.add(
                                    member.org().value(),
                                    member.wave(),
                                    Words.of(member.state()),
                                    member.since().toString()));
            int _ = columns.bindTo(handle.createUpdate(KEEP)).bind("plan", plan.value()).execute();
        }
    }

    static Map<OrgId, Member> read(Handle handle, PlanId plan) {
        Map<OrgId, Member> members = new LinkedHashMap<>();
        handle.createQuery(READ)
                .bind("plan", plan.value())
                .map(
                        (row, _) ->
                                new Member(
                                        new OrgId(row.getString("org")),
                                        row.getInt("wave"),
                                        Words.read(Member.State.class, row.getString("state")),
                                        Moments.read(row, "since")))
                .forEach(member -> members.put(member.org(), member));
        return members;
    }
}
