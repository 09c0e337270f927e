package io.turnout.application.relocation;

/// That a row was written while its org moved.
public record JournalEntry(long number, RowKey key) {}
