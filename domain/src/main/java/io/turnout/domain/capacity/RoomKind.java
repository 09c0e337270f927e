package io.turnout.domain.capacity;

/// The three levels at which seats are counted (B10), widest first.
public enum RoomKind {
    EVENT,
    ITEM,
    SESSION
}
