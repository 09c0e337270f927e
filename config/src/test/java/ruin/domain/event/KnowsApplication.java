package ruin.domain.event;

import ruin.application.registration.Ledger;

/// Wall 1 falls: a rule that asks a port.
public record KnowsApplication(Ledger ledger) {}
