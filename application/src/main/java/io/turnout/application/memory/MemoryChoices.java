package io.turnout.application.memory;

import io.turnout.application.rollout.Choices;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What orgs said, in memory.
public final class MemoryChoices implements Choices {
    private final Map<Flag, Map<OrgId, Said>> said = new LinkedHashMap<>();
    private final InstantSource clock;

    public MemoryChoices(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void choose(Flag flag, OrgId org, Choice choice, Author author) {
        said.computeIfAbsent(flag, _ -> new HashMap<>())
                .put(org, new Said(choice, author.actor(), clock.instant()));
    }

    @Override
    public synchronized void forget(Flag flag, OrgId org) {
        said.computeIfAbsent(flag, _ -> new HashMap<>()).remove(org);
    }

    @Override
    public synchronized Map<OrgId, Choice> of(Flag flag) {
        return said.getOrDefault(flag, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().choice()));
    }

    @Override
    public synchronized Map<Flag, Said> of(OrgId org) {
        Map<Flag, Said> all = new LinkedHashMap<>();
        said.forEach(
                (flag, orgs) -> {
                    Said one = orgs.get(org);
                    if (one != null) {
                        all.put(flag, one);
                    }
                });
        return all;
    }
}
