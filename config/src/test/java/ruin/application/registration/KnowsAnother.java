package ruin.application.registration;

/// Wall 8 falls: a use case that calls a use case.
public final class KnowsAnother {
    private final TwoDoors other;

    public KnowsAnother(TwoDoors other) {
        this.other = other;
    }

    public int ask() {
        return other.front();
    }
}
