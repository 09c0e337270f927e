package ruin.application.registration;

import ruin.adapters.queue.BorrowsTool;

/// Wall 2 falls: a value of the application that names a technology.
public record KnowsAdapter(BorrowsTool tool) {}
