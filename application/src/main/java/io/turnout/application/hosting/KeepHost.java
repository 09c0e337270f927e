package io.turnout.application.hosting;

import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// A host is an org's from here on. One that was closed stays closed: to open it is said aloud.
public final class KeepHost {
    private final VanityHosts hosts;

    public KeepHost(VanityHosts hosts) {
        this.hosts = hosts;
    }

    public Answer keep(HostName name, OrgId org, Optional<Rate> rate) {
        HostState state =
                hosts.find(name.value())
                        .filter(kept -> kept.org().equals(org))
                        .map(VanityHost::state)
                        .orElse(HostState.OPEN);
        VanityHost host = new VanityHost(name, org, rate, state);
        return new Answer(hosts.keep(host), host);
    }

    /// What became of it, and the host as it was to be kept.
    public record Answer(VanityHosts.Keeping keeping, VanityHost host) {}
}
