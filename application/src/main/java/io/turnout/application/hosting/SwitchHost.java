package io.turnout.application.hosting;

import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import java.util.Optional;

/// A host is switched off or on (A10). What was registered through it stays as it is.
public final class SwitchHost {
    private final VanityHosts hosts;

    public SwitchHost(VanityHosts hosts) {
        this.hosts = hosts;
    }

    /// The host as it is now; empty when there is none.
    public Optional<VanityHost> turn(HostName name, HostState state) {
        hosts.refresh();
        return hosts.find(name.value()).map(host -> host.as(state)).filter(this::kept);
    }

    private boolean kept(VanityHost host) {
        return hosts.keep(host) == VanityHosts.Keeping.REPLACED;
    }
}
