package io.turnout.application.relocation;

import java.util.Optional;

/// The rows of a table that come after one key, up to another and with it; what is empty has no
/// bound.
public record Span(String table, Optional<RowKey> after, Optional<RowKey> upto) {}
