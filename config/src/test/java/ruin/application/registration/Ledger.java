package ruin.application.registration;

/// Wall 9 falls: a port without a twin.
public interface Ledger {
    int lines();
}
