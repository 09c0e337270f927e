package io.turnout.application.relocation;

/// How many rows there are, and a hash of all they say, in the order of their keys.
public record Print(long rows, String hash) {}
