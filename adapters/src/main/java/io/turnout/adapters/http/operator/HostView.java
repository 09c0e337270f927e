package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.operator.HostForm.HostLimit;
import io.turnout.adapters.http.wire.View;
import io.turnout.domain.hosting.VanityHost;
import org.jspecify.annotations.Nullable;

/// A host and whose it is; `state` is open or closed.
public record HostView(String host, String org, String state, @Nullable HostLimit limit)
        implements View {
    static HostView of(VanityHost host) {
        return new HostView(
                host.name().value(),
                host.org().value(),
                Spelling.of(host.state()),
                host.rate().map(HostLimit::of).orElse(null));
    }
}
