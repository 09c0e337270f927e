package io.turnout.application.hosting;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import java.util.Optional;

/// A host is switched off or on (A10). What was registered through it stays as it is.
public final class SwitchHost {
    private final VanityHosts hosts;
    private final AuditTrail trail;

    public SwitchHost(VanityHosts hosts, AuditTrail trail) {
        this.hosts = hosts;
        this.trail = trail;
    }

    /// The host as it is now; empty when there is none.
    public Optional<VanityHost> turn(HostName name, HostState state, Hand hand) {
        hosts.refresh();
        Optional<VanityHost> before = hosts.find(name.value());
        Optional<VanityHost> after = before.map(host -> host.as(state));
        if (before.isPresent()) {
            var _ = trail.append(new HostChange(name, before, after).told().by(hand));
        }
        return after.filter(this::kept);
    }

    private boolean kept(VanityHost host) {
        return hosts.keep(host) == VanityHosts.Keeping.REPLACED;
    }
}
