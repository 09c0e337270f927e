package io.turnout.application.hosting;

import io.turnout.application.audit.AuditTrail;

/// What can be asked about hosts.
public record HostUseCases(
        ListHosts list, KeepHost keep, RemoveHost remove, SwitchHost turn, RefreshHosts refresh) {
    public static HostUseCases over(VanityHosts hosts, AuditTrail trail) {
        return new HostUseCases(
                new ListHosts(hosts),
                new KeepHost(hosts, trail),
                new RemoveHost(hosts, trail),
                new SwitchHost(hosts, trail),
                new RefreshHosts(hosts));
    }
}
