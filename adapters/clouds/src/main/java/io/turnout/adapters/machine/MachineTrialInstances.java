package io.turnout.adapters.machine;

import io.turnout.application.setting.TrialInstances;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.setting.ProposalId;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Trials as processes beside this one, which end with it: a trial that says nothing has failed.
/// Nobody is restarted by them: whoever is started after a change goes by it, so there is no
/// canary, and nothing is replaced.
public final class MachineTrialInstances implements TrialInstances, AutoCloseable {
    /// Names the variables in which a trial goes by its environment, and not by what is kept.
    public static final String TRIED = "TURNOUT_TRIED";

    private final List<String> command;
    private final Map<ProposalId, Process> running = new HashMap<>();

    /// What starts a trial; the proposal is its last word. Where it is empty there is none.
    public MachineTrialInstances(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public synchronized Optional<Failure> start(
            ProposalId proposal, Map<String, String> variables) {
        if (command.isEmpty()) {
            return Optional.of(new Failure.Refused("no trial can be started here"));
        }
        List<String> words = new ArrayList<>(command);
        words.add(proposal.toString());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(variables);
        var _ = builder.environment().put(TRIED, String.join(",", variables.keySet()));
        try {
            end(
                    Optional.ofNullable(
                            running.put(
                                    proposal,
                                    builder.redirectErrorStream(true)
                                            .redirectOutput(Redirect.DISCARD)
                                            .start())));
            return Optional.empty();
        } catch (IOException none) {
            return Optional.of(new Failure.Unreachable(none.getClass().getSimpleName()));
        }
    }

    private static void end(Optional<Process> process) {
        process.ifPresent(
                one -> {
                    one.destroy();
                    try {
                        if (!one.waitFor(2, TimeUnit.SECONDS)) {
                            var _ = one.destroyForcibly();
                        }
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Override
    public synchronized boolean isOver(ProposalId proposal) {
        return Optional.ofNullable(running.get(proposal)).filter(one -> !one.isAlive()).isPresent();
    }

    @Override
    public int join(ProposalId proposal, Map<String, String> variables) {
        return 0;
    }

    @Override
    public synchronized void endOthers(Optional<ProposalId> but) {
        running.entrySet()
                .removeIf(
                        one -> {
                            boolean ends = !but.equals(Optional.of(one.getKey()));
                            if (ends) {
                                end(Optional.of(one.getValue()));
                            }
                            return ends;
                        });
    }

    @Override
    public void renew() {
        // Whoever is started after this goes by it.
    }

    @Override
    public void close() {
        endOthers(Optional.empty());
    }
}
