package io.turnout.application.waitingroom;

/// What is needed to let visitors wait in line.
public record WaitingPorts(WaitingRooms rooms, TicketSeals seals, Crowd crowd) {}
