package io.turnout.application.memory;

import io.turnout.application.relocation.Relocations;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Moves in memory.
public final class MemoryRelocations implements Relocations {
    private final InstantSource clock;
    private final SequencedMap<RelocationId, Relocation> moves = new LinkedHashMap<>();
    private final Set<RelocationId> halted = new HashSet<>();

    public MemoryRelocations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean ask(Relocation.Order order) {
        if (moves.containsKey(order.id())) {
            return true;
        }
        if (unfinished(order.org()).isPresent()) {
            return false;
        }
        Relocation asked =
                new Relocation(
                        order,
                        Relocation.State.ASKED,
                        clock.instant(),
                        clock.instant(),
                        List.of(),
                        Optional.empty());
        var _ = moves.put(order.id(), asked);
        return true;
    }

    @Override
    public synchronized Optional<Relocation> find(RelocationId id) {
        return Optional.ofNullable(moves.get(id));
    }

    @Override
    public synchronized List<Relocation> newest(int limit) {
        return moves.sequencedValues().reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized Optional<Relocation> unfinished(OrgId org) {
        return moves.values().stream()
                .filter(one -> !one.isFinished() && one.org().equals(org))
                .findFirst();
    }

    @Override
    public synchronized List<Relocation> next(int limit) {
        return moves.values().stream().filter(one -> !one.isFinished()).limit(limit).toList();
    }

    @Override
    public synchronized Map<OrgId, Relocation> latest() {
        Map<OrgId, Relocation> latest = new HashMap<>();
        moves.values().forEach(one -> latest.put(one.org(), one));
        return latest;
    }

    @Override
    public synchronized void reach(RelocationId id, Phase phase, long rows, long backlog) {
        change(
                id,
                one -> {
                    if (one.isFinished()) {
                        return one;
                    }
                    List<Relocation.Step> steps = new ArrayList<>(one.steps());
                    Instant since =
                            steps.stream()
                                    .filter(step -> step.phase() == phase)
                                    .map(Relocation.Step::at)
                                    .findFirst()
                                    .orElseGet(clock::instant);
                    boolean _ = steps.removeIf(step -> step.phase().compareTo(phase) >= 0);
                    steps.add(new Relocation.Step(phase, since, rows, backlog));
                    return with(one, Relocation.State.MOVING, steps, one.outcome());
                });
    }

    private void change(RelocationId id, UnaryOperator<Relocation> how) {
        var _ = moves.computeIfPresent(id, (_, one) -> how.apply(one));
    }

    private Relocation with(
            Relocation one,
            Relocation.State state,
            List<Relocation.Step> steps,
            Optional<Moved> outcome) {
        return new Relocation(one.order(), state, one.askedAt(), clock.instant(), steps, outcome);
    }

    @Override
    public synchronized boolean halt(RelocationId id) {
        boolean open = find(id).filter(one -> !one.isFinished()).isPresent();
        if (open) {
            boolean _ = halted.add(id);
        }
        return open;
    }

    @Override
    public synchronized boolean isHalted(RelocationId id) {
        return halted.contains(id);
    }

    @Override
    public synchronized void end(RelocationId id, Moved outcome) {
        Relocation.State state =
                outcome instanceof Moved.There ? Relocation.State.MOVED : Relocation.State.STAYED;
        change(
                id,
                one ->
                        one.isFinished()
                                ? one
                                : with(one, state, one.steps(), Optional.of(outcome)));
    }

    @Override
    public synchronized boolean complete(RelocationId id) {
        boolean moved = find(id).filter(one -> one.state() == Relocation.State.MOVED).isPresent();
        if (moved) {
            change(id, one -> with(one, Relocation.State.COMPLETED, one.steps(), one.outcome()));
        }
        return moved;
    }
}
