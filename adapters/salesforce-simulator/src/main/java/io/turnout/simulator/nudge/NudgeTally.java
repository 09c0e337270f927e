package io.turnout.simulator.nudge;

/// How the nudges to one target have fared.
final class NudgeTally {
    private static final int RUNNING_MAX = 10_000;

    private int running;
    private int sent;
    private int failed;
    private int lost;
    private int lastStatus;

    /// Counts one more on its way; false, and it has failed, when there are too many already.
    synchronized boolean begin() {
        boolean room = running < RUNNING_MAX;
        running += room ? 1 : 0;
        failed += room ? 0 : 1;
        return room;
    }

    synchronized void answered(int status) {
        running--;
        lastStatus = status;
        boolean good = status >= 200 && status < 300;
        sent += good ? 1 : 0;
        failed += good ? 0 : 1;
    }

    synchronized void lose() {
        running--;
        lost++;
    }

    synchronized Nudges.Count count() {
        return new Nudges.Count(running, sent, failed, lost, lastStatus);
    }
}
