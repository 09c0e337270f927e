package ruin.adapters.unlisted;

/// Wall 11 falls: an adapter without a row.
public record Stranger(String name) {}
