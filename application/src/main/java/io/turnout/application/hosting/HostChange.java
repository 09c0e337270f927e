package io.turnout.application.hosting;

import io.turnout.domain.audit.Change;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import java.util.Optional;

/// How a change of a host stands in the audit trail.
record HostChange(HostName name, Optional<VanityHost> before, Optional<VanityHost> after) {
    Change told() {
        return new Change("host", after.or(() -> before).map(VanityHost::org), "host=" + name)
                .value("org", before.map(VanityHost::org), after.map(VanityHost::org))
                .value("limit", limit(before), limit(after))
                .value("state", before.map(VanityHost::state), after.map(VanityHost::state));
    }

    private static Optional<String> limit(Optional<VanityHost> host) {
        return host.flatMap(VanityHost::rate).map(HostChange::told);
    }

    private static String told(Rate rate) {
        return rate.quota() + " in " + rate.window().toSeconds() + " s";
    }
}
