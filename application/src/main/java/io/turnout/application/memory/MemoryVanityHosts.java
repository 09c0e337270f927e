package io.turnout.application.memory;

import io.turnout.application.hosting.VanityHosts;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Hosts in memory, where every org is at home.
public final class MemoryVanityHosts implements VanityHosts {
    private final TreeMap<String, VanityHost> hosts = new TreeMap<>();

    @Override
    public synchronized Keeping keep(VanityHost host) {
        VanityHost before = hosts.get(host.name().value());
        if (before != null && !before.org().equals(host.org())) {
            return Keeping.TAKEN;
        }
        hosts.put(host.name().value(), host);
        return before == null ? Keeping.FIRST : Keeping.REPLACED;
    }

    @Override
    public synchronized Removal remove(HostName name) {
        return hosts.remove(name.value()) == null ? Removal.UNKNOWN : Removal.REMOVED;
    }

    @Override
    public synchronized Optional<VanityHost> find(String name) {
        return Optional.ofNullable(hosts.get(name));
    }

    @Override
    public synchronized Optional<VanityHost> openOf(OrgId org) {
        return hosts.values().stream()
                .filter(host -> host.org().equals(org) && host.state() == HostState.OPEN)
                .findFirst();
    }

    @Override
    public synchronized List<VanityHost> list(Optional<HostName> after, int limit) {
        return after.map(name -> hosts.tailMap(name.value(), false)).orElse(hosts).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public void refresh() {
        // There is no other instance.
    }
}
