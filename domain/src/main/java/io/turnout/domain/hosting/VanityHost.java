package io.turnout.domain.hosting;

import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// A host that is one org's, and on which nothing of another org is served. Without a rate of its
/// own it has the one of the settings.
public record VanityHost(HostName name, OrgId org, Optional<Rate> rate, HostState state) {
    public VanityHost as(HostState other) {
        return new VanityHost(name, org, rate, other);
    }
}
