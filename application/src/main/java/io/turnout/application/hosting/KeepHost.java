package io.turnout.application.hosting;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.util.Optional;

/// A host is an org's from here on. One that was closed stays closed: to open it is said aloud.
public final class KeepHost {
    private final VanityHosts hosts;
    private final AuditTrail trail;

    public KeepHost(VanityHosts hosts, AuditTrail trail) {
        this.hosts = hosts;
        this.trail = trail;
    }

    public Answer keep(HostName name, OrgId org, Optional<Rate> rate, Hand hand) {
        Optional<VanityHost> before = hosts.find(name.value());
        HostState state =
                before.filter(kept -> kept.org().equals(org))
                        .map(VanityHost::state)
                        .orElse(HostState.OPEN);
        VanityHost host = new VanityHost(name, org, rate, state);
        var _ = trail.append(new HostChange(name, before, Optional.of(host)).told().by(hand));
        return new Answer(hosts.keep(host), host);
    }

    /// What became of it, and the host as it was to be kept.
    public record Answer(VanityHosts.Keeping keeping, VanityHost host) {}
}
