package io.turnout.application.hosting;

import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.VanityHost;
import java.util.List;
import java.util.Optional;

/// Which hosts are served, a page at a time.
public final class ListHosts {
    private final VanityHosts hosts;

    public ListHosts(VanityHosts hosts) {
        this.hosts = hosts;
    }

    public List<VanityHost> list(Optional<HostName> after, int limit) {
        return hosts.list(after, limit);
    }
}
