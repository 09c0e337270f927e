package io.turnout.simulator.nudge;

/// How the nudges to one target have fared.
final class NudgeTally {
    private int running;
    private int sent;
    private int failed;
    private int lost;
    private int lastStatus;

    synchronized void begin() {
        running++;
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
