package io.turnout.domain.delivery;

/// How many attendees of an event there are in each state.
public record Tally(long confirmed, long cancelled) {}
