package io.turnout.adapters.http.lane;

import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.limiting.Allowances;

/// Whom the door asks for every request; all answer from memory.
public record LanePorts(Allowances allowances, VanityHosts hosts, LoadTest loadTest) {}
