package io.turnout.demo;

import java.io.PrintStream;
import java.time.Duration;

/// Tells what happens while it happens, since a first start takes a while.
final class Progress {
    private static final int WIDTH = 58;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /// Does a step under its name, and says how long it took.
    void step(String name, Runnable step) {
        out.print("  " + name + " " + ".".repeat(Math.max(3, WIDTH - name.length())) + " ");
        out.flush();
        long begun = System.nanoTime();
        try {
            step.run();
        } catch (RuntimeException failed) {
            out.println("failed");
            throw failed;
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        out.printf("%d.%d s%n", taken.toSeconds(), taken.toMillisPart() / 100);
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
