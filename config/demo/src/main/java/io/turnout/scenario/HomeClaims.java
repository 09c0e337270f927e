package io.turnout.scenario;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Looks all the time which stacks say of themselves that an org is at home there. Of each epoch
/// there is one.
final class HomeClaims implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final List<String> orgs;
    private final Map<String, String> claims = new HashMap<>();
    private long looks;
    private long twice;
    private volatile boolean over;

    HomeClaims(OwnStacks stacks, List<String> orgs) {
        this.orgs = List.copyOf(orgs);
        for (OwnStack stack : stacks.all()) {
            var _ = Thread.ofPlatform().name("owners").daemon().start(() -> watch(stack));
        }
    }

    /// On one connection, until that breaks.
    private void watch(OwnStack stack) {
        while (!over) {
            try (Handle handle = stack.jdbi().open()) {
                while (!over) {
                    orgs.forEach(org -> look(handle, stack, org));
                    Pause.of(LOOK);
                }
            } catch (RuntimeException away) {
                // Its database is away for a moment, and says nothing.
                Pause.of(LOOK);
            }
        }
    }

    private void look(Handle handle, OwnStack stack, String org) {
        Homes.said(handle, stack, org)
                .filter(Homes.Said::isClaim)
                .ifPresent(said -> claim(org, said));
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
