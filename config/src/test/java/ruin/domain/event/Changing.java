package ruin.domain.event;

/// Wall 5 falls: what was true a moment ago.
public final class Changing {
    private int seats;

    public void lose(int count) {
        seats -= count;
    }

    public int seats() {
        return seats;
    }
}
