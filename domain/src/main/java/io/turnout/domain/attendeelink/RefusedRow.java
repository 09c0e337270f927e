package io.turnout.domain.attendeelink;

/// A row that became no link. Rows are numbered from 1, the head of a table and empty lines left
/// out.
public record RefusedRow(long row, RowFault fault) {}
