package io.turnout.application.hosting;

import io.turnout.domain.hosting.HostName;

/// A host is nobody's any more.
public final class RemoveHost {
    private final VanityHosts hosts;

    public RemoveHost(VanityHosts hosts) {
        this.hosts = hosts;
    }

    public VanityHosts.Removal remove(HostName name) {
        return hosts.remove(name);
    }
}
