package io.turnout.application.memory;

import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.rollout.Rollouts;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Difference;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.FlagMoves;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanRecords;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Plans in memory. Steps come one after another, whatever the plan.
public final class MemoryRollouts implements Rollouts {
    private final FlagOverlay overlay;
    private final MemoryAuditTrail trail;
    private final InstantSource clock;
    private final Map<PlanId, Kept> plans = new LinkedHashMap<>();

    public MemoryRollouts(FlagOverlay overlay, MemoryAuditTrail trail, InstantSource clock) {
        this.overlay = overlay;
        this.trail = trail;
        this.clock = clock;
    }

    private static final class Kept {
        private Rollout rollout;
        private final List<Entry> history = new ArrayList<>();
        private Instant lookedAt = Instant.MIN;

        private Kept(Rollout rollout) {
            this.rollout = rollout;
        }
    }

    @Override
    public synchronized void add(Plan plan, Author author) {
        Kept kept = new Kept(Rollout.of(plan));
        plans.put(plan.id(), kept);
        record(kept, new Deed("draft", author), Difference.ofNew(plan));
    }

    private void record(Kept kept, Deed deed, List<Difference> differences) {
        Plan plan = kept.rollout.plan();
        var _ = trail.append(PlanRecords.of(plan, deed.verb(), deed.author(), differences));
        kept.history.addFirst(
                new Entry(
                        plan.version(),
                        clock.instant(),
                        deed.author().actor(),
                        deed.verb(),
                        deed.author().reason(),
                        differences));
    }

    @Override
    public synchronized Optional<Rollout> find(PlanId plan) {
        return Optional.ofNullable(plans.get(plan)).map(kept -> kept.rollout);
    }

    @Override
    public synchronized List<Rollout> list(Query query) {
        return plans.values().stream()
                .map(kept -> kept.rollout)
                .filter(
                        one ->
                                query.flag()
                                        .filter(flag -> !flag.equals(one.plan().flag()))
                                        .isEmpty())
                .filter(one -> query.stage().filter(at -> at != one.plan().stage()).isEmpty())
                .filter(one -> query.state().filter(at -> at != one.plan().state()).isEmpty())
                .filter(one -> query.owner().filter(by -> !by.equals(one.plan().owner())).isEmpty())
                .filter(one -> query.before().filter(at -> !isBefore(one, at)).isEmpty())
                .sorted(
                        Comparator.comparing((Rollout one) -> one.plan().id().toString())
                                .reversed())
                .limit(query.limit())
                .toList();
    }

    private static boolean isBefore(Rollout rollout, PlanId plan) {
        return rollout.plan().id().toString().compareTo(plan.toString()) < 0;
    }

    @Override
    public synchronized Optional<Step> change(
            PlanId plan, Deed deed, BiFunction<Rollout, Instant, Step> rule) {
        Kept kept = plans.get(plan);
        if (kept == null) {
            return Optional.empty();
        }
        Step step = rule.apply(kept.rollout, clock.instant());
        if (step instanceof Step.Taken(var after)) {
            List<Difference> differences = Difference.between(kept.rollout, after);
            List<FlagChange> moves = FlagMoves.between(kept.rollout, after);
            kept.rollout = after;
            record(kept, deed, differences);
            if (!moves.isEmpty()) {
                var _ = overlay.change(moves, deed.author());
            }
        }
        return Optional.of(step);
    }

    @Override
    public synchronized Optional<PlanId> due() {
        Instant now = clock.instant();
        Optional<Kept> due =
                plans.values().stream()
                        .filter(kept -> mayGoOn(kept.rollout.plan()))
                        .filter(kept -> kept.lookedAt.isBefore(now.minus(REST)))
                        .min(Comparator.comparing(kept -> kept.lookedAt));
        due.ifPresent(kept -> kept.lookedAt = now);
        return due.map(kept -> kept.rollout.plan().id());
    }

    private static boolean mayGoOn(Plan plan) {
        return plan.stage() == Stage.RUNNING
                || plan.stage() == Stage.PAUSED
                || plan.state() == PlanState.APPROVED;
    }

    @Override
    public synchronized Map<OrgId, PlanId> watched() {
        Map<OrgId, PlanId> watched = new HashMap<>();
        for (Kept kept : plans.values()) {
            Plan plan = kept.rollout.plan();
            boolean open = plan.stage() == Stage.RUNNING || plan.stage() == Stage.PAUSED;
            kept.rollout
                    .orgs(
                            member ->
                                    open
                                            && member.state() == Member.State.LIVE
                                            && plan.waves().get(member.wave()).state().isUnderWay())
                    .forEach(org -> watched.put(org, plan.id()));
        }
        return watched;
    }

    @Override
    public synchronized List<Entry> history(PlanId plan, int limit) {
        return Optional.ofNullable(plans.get(plan))
                .map(kept -> kept.history.stream().limit(limit).toList())
                .orElse(List.of());
    }
}
