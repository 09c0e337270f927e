package io.turnout.application;

import io.turnout.application.delivery.AskReconciliation;
import io.turnout.application.delivery.ReconcileEvents;
import io.turnout.application.delivery.RelayBacklog;
import io.turnout.application.delivery.RelayCounts;
import io.turnout.application.delivery.RelayOutbox;
import io.turnout.application.delivery.ReplaySetAside;
import io.turnout.application.delivery.ShowArrears;
import io.turnout.application.delivery.ShowBudget;
import io.turnout.application.delivery.ShowCalls;
import io.turnout.application.delivery.ShowDelivery;
import io.turnout.application.delivery.ShowTrail;
import io.turnout.application.flags.FlagDecisions;

/// Everything that brings what is owed to the orgs, and shows how it stands.
public record OutboundUseCases(
        RelayOutbox relayOutbox,
        RelayCounts relayCounts,
        RelayBacklog relayBacklog,
        ReconcileEvents reconcileEvents,
        AskReconciliation askReconciliation,
        ReplaySetAside replaySetAside,
        ShowDelivery showDelivery,
        ShowTrail showTrail,
        ShowBudget showBudget,
        ShowCalls showCalls,
        ShowArrears showArrears) {
    static OutboundUseCases over(Outbound ports, DeliveryRules rules, FlagDecisions flags) {
        Outbound.Reach reach = ports.reach();
        return new OutboundUseCases(
                new RelayOutbox(ports.outbox(), reach.records(), ports.renewal(), rules.batches()),
                new RelayCounts(ports.counts(), reach.records(), ports.renewal(), rules.counts()),
                new RelayBacklog(ports.backlog(), reach.bulk(), rules.bulk(), flags),
                new ReconcileEvents(ports.reconciliations(), reach.census(), ports.counts()),
                new AskReconciliation(ports.reconciliations()),
                new ReplaySetAside(ports.outbox()),
                new ShowDelivery(ports.outbox(), ports.backlog(), ports.reconciliations()),
                new ShowTrail(ports.outbox()),
                new ShowBudget(ports.budget(), ports.outbox(), rules.budget(), rules.batches()),
                new ShowCalls(ports.budget()),
                new ShowArrears(ports.arrears()));
    }
}
