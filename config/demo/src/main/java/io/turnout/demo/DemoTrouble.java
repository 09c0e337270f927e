package io.turnout.demo;

/// Something the person at the keyboard can put right: said in one line, without a stack trace.
final class DemoTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoTrouble(String message) {
        super(message);
    }
}
