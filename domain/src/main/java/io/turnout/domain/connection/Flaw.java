package io.turnout.domain.connection;

/// What is wrong with one field of a connection, told without repeating it.
public record Flaw(String field, String message) {}
