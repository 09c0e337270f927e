package io.turnout.application.waitingroom;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.publishing.EventPages;
import io.turnout.domain.waitingroom.RoomRule;

/// What can be asked of waiting rooms.
public record WaitingUseCases(
        ReadTicket readTicket,
        JoinLine join,
        ShowTurn showTurn,
        ShowWaitingRoom show,
        OpenWaitingRoom open,
        CloseWaitingRoom close,
        MindWaitingRooms mind,
        ListWaitingRooms list) {
    public static WaitingUseCases over(
            WaitingPorts ports,
            EventPages pages,
            RoomRule rule,
            FlagDecisions flags,
            AuditTrail trail) {
        return new WaitingUseCases(
                new ReadTicket(ports.seals()),
                new JoinLine(ports.rooms(), ports.seals()),
                new ShowTurn(ports.rooms(), ports.seals()),
                new ShowWaitingRoom(ports.rooms(), ports.seals()),
                new OpenWaitingRoom(ports.rooms(), rule, flags, trail),
                new CloseWaitingRoom(ports.rooms(), trail),
                new MindWaitingRooms(ports, pages, rule, flags),
                new ListWaitingRooms(ports.rooms()));
    }
}
