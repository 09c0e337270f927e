package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.hosting.VanityHost;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hosts by their names; `next` is the cursor of the page after this one.
public record HostsView(List<HostView> hosts, @Nullable String next) implements View {
    public static HostsView of(List<VanityHost> hosts, int size) {
        return new HostsView(
                hosts.stream().map(HostView::of).toList(),
                hosts.size() == size ? hosts.getLast().name().value() : null);
    }
}
