package io.turnout.application.scaling;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.waitingroom.WaitingRooms;

/// What can be asked about instances and how many there are.
public record ScalingUseCases(
        ReportLoad report,
        TendFleet tend,
        PrewarmSales prewarm,
        ShowFleet show,
        BoundFleet bound,
        RaiseFloor raise,
        DropFloor drop,
        KeepAffinity affinity) {
    public static ScalingUseCases over(ScalingPorts ports, WaitingRooms rooms, AuditTrail trail) {
        return new ScalingUseCases(
                new ReportLoad(ports.loads()),
                new TendFleet(ports),
                new PrewarmSales(ports, rooms),
                new ShowFleet(ports),
                new BoundFleet(ports, trail),
                new RaiseFloor(ports, trail),
                new DropFloor(ports, trail),
                new KeepAffinity(ports.front()));
    }
}
