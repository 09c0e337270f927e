package ruin.application.registration;

/// Wall 7 falls: two ways in, and a way to open a third.
public class TwoDoors {
    public int front() {
        return 1;
    }

    public int back() {
        return 2;
    }
}
