package io.turnout.adapters.http.crossing;

import io.turnout.domain.relocation.StackName;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// That another stack sent a request on to this one, and the epoch of the home that it knew.
public record Hop(StackName from, long epoch) {
    private static final String ATTRIBUTE = "io.turnout.hop";

    static Optional<Hop> of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof Hop hop
                ? Optional.of(hop)
                : Optional.empty();
    }

    /// Whether the stack it came from has let it in already.
    public static boolean isOn(Request request) {
        return of(request).isPresent();
    }

    void note(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
