package io.turnout.domain.registration;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;

/// A line is to be looked after: offers whose time ran out end, and free seats are offered.
public record TendRequest(OrgId org, EventId event) implements Intent {}
