package io.turnout.domain.audit;

/// Whose hand changes something, and under which correlation id.
///
/// @param actor an operator's pseudonym, or the house itself
public record Hand(String actor, String request) {
    public static final Hand HOUSE = new Hand("turnout", "");
}
