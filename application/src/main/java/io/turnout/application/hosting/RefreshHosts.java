package io.turnout.application.hosting;

/// Learns every second which hosts were added, removed or switched off elsewhere.
public final class RefreshHosts {
    private final VanityHosts hosts;

    public RefreshHosts(VanityHosts hosts) {
        this.hosts = hosts;
    }

    public void refresh() {
        hosts.refresh();
    }
}
