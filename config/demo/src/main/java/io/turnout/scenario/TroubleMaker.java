package io.turnout.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Causes trouble between the stacks of a house, and sees to it that it ends.
final class TroubleMaker {
    /// Longer than anything that holds an org may take.
    private static final Duration STALLED = Duration.ofSeconds(4);

    private static final Duration CUT = Duration.ofSeconds(3);
    private static final Duration GONE = Duration.ofSeconds(1);

    private final OwnStacks stacks;
    private final List<Thread> under = new ArrayList<>();

    TroubleMaker(OwnStacks stacks) {
        this.stacks = stacks;
    }

    /// Begins it, and does not wait for its end.
    void cause(Trouble trouble, OwnStack at, OwnStack from, OwnStack to) {
        switch (trouble) {
            case KILL -> kill(any(at));
            case STALL -> begin(() -> at.stall(any(at), STALLED));
            case CUT -> begin(() -> stacks.cut(CUT));
            case CRASH -> begin((ThreadLocalRandom.current().nextBoolean() ? from : to)::crash);
            case STALE, NONE -> {
                // One is stale before a move begins, and with the other nothing happens.
            }
        }
    }

    void makeStale(OwnStack stack) {
        begin(() -> stack.stall(any(stack), STALLED));
    }

    private void kill(int instance) {
        stacks.of(instance).kill(instance);
        begin(
                () -> {
                    Pause.of(GONE);
                    stacks.start(instance);
                });
    }

    private int any(OwnStack stack) {
        List<Integer> all = stacks.instances(stack);
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private void begin(Runnable trouble) {
        under.add(Thread.ofVirtual().start(trouble));
    }

    /// Returns when everything is as it was.
    void end() {
        try {
            for (Thread one : under) {
                one.join();
            }
            under.clear();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
