package io.turnout.domain.registration;

/// The line before an event, as a newcomer finds it: how many stand in it and how many may. While
/// it is `due`, seats may be free that are for those in line, so a newcomer gets none of them.
public record Line(int waiting, int max, boolean due) {
    /// Nobody waits, and nobody may.
    public static final Line NONE = new Line(0, 0, false);

    public boolean open() {
        return waiting < max;
    }
}
