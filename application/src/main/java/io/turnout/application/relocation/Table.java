package io.turnout.application.relocation;

/// A table of orgs, and what its columns are: two stacks whose columns differ do not exchange rows.
public record Table(String name, String columns) {}
