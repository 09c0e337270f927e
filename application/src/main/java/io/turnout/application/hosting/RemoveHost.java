package io.turnout.application.hosting;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.VanityHost;
import java.util.Optional;

/// A host is nobody's any more.
public final class RemoveHost {
    private final VanityHosts hosts;
    private final AuditTrail trail;

    public RemoveHost(VanityHosts hosts, AuditTrail trail) {
        this.hosts = hosts;
        this.trail = trail;
    }

    public VanityHosts.Removal remove(HostName name, Hand hand) {
        Optional<VanityHost> before = hosts.find(name.value());
        if (before.isPresent()) {
            var _ = trail.append(new HostChange(name, before, Optional.empty()).told().by(hand));
        }
        return hosts.remove(name);
    }
}
