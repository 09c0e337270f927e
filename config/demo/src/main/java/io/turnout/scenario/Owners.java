package io.turnout.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Looks all the time which stacks say of themselves that an org is at home there. Of each epoch
/// there is one.
final class Owners implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final OwnStacks stacks;
    private final List<String> orgs;
    private final Map<String, String> claims = new HashMap<>();
    private final Thread watcher =
            Thread.ofPlatform().name("owners").daemon().unstarted(this::watch);
    private long looks;
    private long twice;
    private volatile boolean over;

    Owners(OwnStacks stacks, List<String> orgs) {
        this.stacks = stacks;
        this.orgs = List.copyOf(orgs);
        watcher.start();
    }

    private void watch() {
        while (!over) {
            for (OwnStack stack : stacks.all()) {
                for (String org : orgs) {
                    look(stack, org);
                }
            }
            Pause.of(LOOK);
        }
    }

    private void look(OwnStack stack, String org) {
        try {
            Homes.said(stack, org).filter(Homes.Said::isClaim).ifPresent(said -> claim(org, said));
        } catch (RuntimeException away) {
            // Its database is away for a moment, and says nothing.
        }
    }

    private synchronized void claim(String org, Homes.Said said) {
        String by = said.by().name();
        String earlier = claims.putIfAbsent(org + " " + said.epoch(), by);
        looks++;
        if (!Objects.requireNonNullElse(earlier, by).equals(by)) {
            twice++;
        }
    }

    /// `owners.looks`: how often one said so. `owners.epochs`: how many there were.
    /// `owners.twice`: how often another said so of the same epoch.
    synchronized Map<String, Double> figures() {
        return Map.of(
                "owners.looks",
                (double) looks,
                "owners.epochs",
                (double) claims.size(),
                "owners.twice",
                (double) twice);
    }

    @Override
    public void close() {
        over = true;
    }
}
