package io.turnout.application.hosting;

import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// The hosts of the orgs that are at home here.
public interface VanityHosts {
    /// How many are served at most.
    int HOSTS_MAX = 20_000;

    /// Keeps a host as it is given. Of two orgs that want the same, one gets it.
    Keeping keep(VanityHost host);

    /// A second time finds nothing.
    Removal remove(HostName name);

    /// The host of that name, in lower case. Answered from memory for every request, and so at
    /// most as old as the last `refresh`; while the storage is away, what was known holds.
    Optional<VanityHost> find(String name);

    /// The first, by its name, of an org's hosts that are open. As old as `find`.
    Optional<VanityHost> openOf(OrgId org);

    /// The hosts after that name, by their names.
    List<VanityHost> list(Optional<HostName> after, int limit);

    /// Takes over what other instances have changed.
    void refresh();

    enum Keeping {
        FIRST,
        REPLACED,
        /// Another org has a host of that name.
        TAKEN,
        /// The org is not at home here.
        ELSEWHERE
    }

    enum Removal {
        REMOVED,
        UNKNOWN,
        ELSEWHERE
    }
}
