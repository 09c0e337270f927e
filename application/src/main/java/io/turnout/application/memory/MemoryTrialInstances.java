package io.turnout.application.memory;

import io.turnout.application.setting.TrialInstances;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.ProposalId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// No processes: what was asked for is written down.
public final class MemoryTrialInstances implements TrialInstances {
    private final Map<ProposalId, Map<String, String>> started = new LinkedHashMap<>();
    private final Map<ProposalId, Map<String, String>> joined = new LinkedHashMap<>();
    private final List<Map<String, String>> everStarted = new ArrayList<>();
    private final Set<ProposalId> dead = new HashSet<>();
    private int renewals;
    private int canaries = 1;

    @Override
    public synchronized Optional<Failure> start(
            ProposalId proposal, Map<String, String> variables) {
        started.put(proposal, Map.copyOf(variables));
        everStarted.add(Map.copyOf(variables));
        return Optional.empty();
    }

    @Override
    public synchronized boolean isOver(ProposalId proposal) {
        return dead.contains(proposal);
    }

    /// What was started for it dies.
    public synchronized void kill(ProposalId proposal) {
        boolean _ = dead.add(proposal);
    }

    @Override
    public synchronized int join(ProposalId proposal, Map<String, String> variables) {
        if (canaries > 0) {
            joined.put(proposal, Map.copyOf(variables));
            everStarted.add(Map.copyOf(variables));
        }
        return canaries;
    }

    /// As of a cloud that changes all at once.
    public synchronized void changeAllAtOnce() {
        canaries = 0;
    }

    @Override
    public synchronized void endOthers(Optional<ProposalId> but) {
        started.keySet().removeIf(id -> !but.equals(Optional.of(id)));
        joined.keySet().removeIf(id -> !but.equals(Optional.of(id)));
    }

    @Override
    public synchronized void renew() {
        renewals++;
    }

    public synchronized int renewals() {
        return renewals;
    }

    /// How many run because of a proposal.
    public synchronized int running() {
        return started.size() + joined.size();
    }

    /// With which variables any was started.
    public synchronized List<Map<String, String>> everStarted() {
        return List.copyOf(everStarted);
    }
}
