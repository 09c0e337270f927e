package ruin.adapters.queue;

import org.assertj.core.data.Offset;

/// Wall 10 falls: a tool that is on nobody's list.
public record BorrowsTool(Offset<Integer> offset) {}
