package io.turnout.application.memory;

import io.turnout.application.rollout.Choices;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What orgs said, in memory.
public final class MemoryChoices implements Choices {
    private final Map<Flag, Map<OrgId, Choice>> said = new EnumMap<>(Flag.class);

    @Override
    public synchronized void choose(Flag flag, OrgId org, Choice choice, Author author) {
        said.computeIfAbsent(flag, _ -> new HashMap<>()).put(org, choice);
    }

    @Override
    public synchronized void forget(Flag flag, OrgId org) {
        said.computeIfAbsent(flag, _ -> new HashMap<>()).remove(org);
    }

    @Override
    public synchronized Map<OrgId, Choice> of(Flag flag) {
        return Map.copyOf(said.getOrDefault(flag, Map.of()));
    }
}
