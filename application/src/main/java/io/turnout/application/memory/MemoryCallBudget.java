package io.turnout.application.memory;

import io.turnout.application.delivery.CallBudget;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.delivery.CallUsage;
import io.turnout.domain.delivery.Spending;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The account of calls in memory: each call with its moment.
public final class MemoryCallBudget implements CallBudget {
    private static final Duration EXHAUSTED = Duration.ofMinutes(15);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final BudgetRule rule;
    private final InstantSource clock;
    private final Map<OrgId, List<Instant>> calls = new HashMap<>();
    private final Map<OrgId, CallUsage> usage = new HashMap<>();
    private final Map<OrgId, Instant> heldUntil = new HashMap<>();

    public MemoryCallBudget(BudgetRule rule, InstantSource clock) {
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public synchronized Permit ask(OrgId org, CallKind kind) {
        Instant now = clock.instant();
        if (now.isBefore(heldUntil.getOrDefault(org, Instant.MIN))) {
            return new Permit.Refused("the org's calls of the day are used up");
        }
        Spending spending = look(org);
        if (!rule.permits(spending, kind) && !rule.mayProbe(spending, isQuiet(org, now))) {
            return new Permit.Refused("our share of the org's calls is used up");
        }
        made(org).add(now);
        return new Permit.Granted();
    }

    private boolean isQuiet(OrgId org, Instant now) {
        Instant from = now.minus(BudgetRule.PROBE);
        Optional<CallUsage> fresh =
                Optional.ofNullable(usage.get(org)).filter(said -> said.at().isAfter(from));
        return fresh.isEmpty() && made(org).stream().noneMatch(call -> call.isAfter(from));
    }

    private List<Instant> made(OrgId org) {
        return calls.computeIfAbsent(org, _ -> new ArrayList<>());
    }

    @Override
    public synchronized void heard(OrgId org, CallUsage heard) {
        usage.put(org, heard);
    }

    @Override
    public synchronized void exhausted(OrgId org) {
        heldUntil.put(org, clock.instant().plus(EXHAUSTED));
    }

    @Override
    public synchronized List<Quarter> day(OrgId org) {
        Instant from = clock.instant().minus(BudgetRule.WINDOW);
        return made(org).stream()
                .filter(call -> call.isAfter(from))
                .collect(
                        Collectors.groupingBy(
                                call -> call.getEpochSecond() / QUARTER.toSeconds(),
                                TreeMap::new,
                                Collectors.counting()))
                .entrySet()
                .stream()
                .map(
                        one ->
                                new Quarter(
                                        Instant.ofEpochSecond(one.getKey() * QUARTER.toSeconds()),
                                        one.getValue()))
                .toList();
    }

    @Override
    public synchronized Spending look(OrgId org) {
        Instant from = clock.instant().minus(BudgetRule.WINDOW);
        made(org).removeIf(call -> !call.isAfter(from));
        Optional<CallUsage> everybody = Optional.ofNullable(usage.get(org));
        Instant said = everybody.map(CallUsage::at).orElse(Instant.MIN);
        long since = made(org).stream().filter(call -> call.isAfter(said)).count();
        return new Spending(made(org).size(), since, everybody);
    }
}
