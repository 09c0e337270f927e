package io.turnout.adapters.http.problem;

/// What is wrong with one field of a body, query or header. Never says what was in it.
public record Violation(String field, String message) {}
