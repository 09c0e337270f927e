package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A plan with the orgs of those waves that have begun.
public record Rollout(Plan plan, Map<OrgId, Member> members) {
    public Rollout {
        members = Map.copyOf(members);
    }

    public static Rollout of(Plan plan) {
        return new Rollout(plan, Map.of());
    }

    public List<Member> wave(int number) {
        return members.values().stream().filter(member -> member.wave() == number).toList();
    }

    /// The orgs of a wave in a state.
    public Set<OrgId> orgs(int number, Member.State state) {
        return orgs(member -> member.wave() == number && member.state() == state);
    }

    public Set<OrgId> orgs(Predicate<Member> which) {
        return members.values().stream().filter(which).map(Member::org).collect(Collectors.toSet());
    }

    /// Somebody in a wave still waits for their night.
    boolean isWaiting() {
        return members.values().stream().anyMatch(one -> one.state() == Member.State.PENDING);
    }

    Rollout with(Plan next) {
        return new Rollout(next, members);
    }

    Rollout withMembers(Set<OrgId> orgs, int number, Instant now) {
        Map<OrgId, Member> more = new LinkedHashMap<>(members);
        orgs.forEach(org -> more.put(org, new Member(org, number, Member.State.PENDING, now)));
        return new Rollout(plan, more);
    }

    Rollout without(Predicate<Member> which) {
        Map<OrgId, Member> fewer = new LinkedHashMap<>(members);
        fewer.values().removeIf(which);
        return new Rollout(plan, fewer);
    }

    Rollout each(Predicate<Member> which, UnaryOperator<Member> change) {
        Map<OrgId, Member> changed = new LinkedHashMap<>(members);
        changed.replaceAll((_, member) -> which.test(member) ? change.apply(member) : member);
        return new Rollout(plan, changed);
    }

    /// Taken as the next version.
    Step taken() {
        return new Step.Taken(with(plan.next()));
    }
}
