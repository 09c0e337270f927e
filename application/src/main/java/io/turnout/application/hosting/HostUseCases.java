package io.turnout.application.hosting;

/// What can be asked about hosts.
public record HostUseCases(
        ListHosts list, KeepHost keep, RemoveHost remove, SwitchHost turn, RefreshHosts refresh) {
    public static HostUseCases over(VanityHosts hosts) {
        return new HostUseCases(
                new ListHosts(hosts),
                new KeepHost(hosts),
                new RemoveHost(hosts),
                new SwitchHost(hosts),
                new RefreshHosts(hosts));
    }
}
