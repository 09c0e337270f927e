package io.turnout.adapters.http.lane;

import io.turnout.domain.limiting.Allowance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A limit that a request is over, and when to come back, in the words of the RateLimit header
/// fields (draft-ietf-httpapi-ratelimit-headers-10).
public record Excess(String name, String quota, Duration pause, String detail) {
    /// Under this name it stands in the attributes of a request that was let in to be looked up.
    static final String ATTRIBUTE = "io.turnout.excess";

    static Excess over(Allowance allowance, Duration pause) {
        return new Excess(
                allowance.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "q="
                        + allowance.rate().quota()
                        + ";w="
                        + Math.max(1, allowance.rate().window().toSeconds()),
                pause,
                detail(allowance.kind()));
    }

    private static String detail(Allowance.Kind kind) {
        return switch (kind) {
            case ADDRESS, ADDRESS_REGISTRATIONS -> "too many came from one address";
            case HOST -> "too many asked this host";
            case LINK_MISSES -> "too many links that are none came from one address";
            case LOAD_TEST -> "the load test is faster than it may be";
            case ORG -> "too many asked this organisation";
        };
    }

    /// The org of the request has as many in work as it may.
    static Excess inWork(int most) {
        return new Excess(
                "org-in-work",
                "q=" + most + ";qu=\"concurrent-requests\"",
                Duration.ofSeconds(1),
                "too many of this organisation are in work");
    }

    /// What a request is over, if it was let in only so that a repeat is known as one.
    public static Optional<Excess> of(HttpServletRequest request) {
        return of(request::getAttribute);
    }

    /// The same, of the attributes of a request.
    public static Optional<Excess> of(Function<String, @Nullable Object> attributes) {
        return attributes.apply(ATTRIBUTE) instanceof Excess excess
                ? Optional.of(excess)
                : Optional.empty();
    }

    private long seconds() {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    /// What the answer says beside its body. How long to stay away differs from caller to caller,
    /// so that those who were turned away together do not come back together.
    public Map<String, String> headers(String correlation) {
        long seconds = seconds();
        long retry = seconds + Math.floorMod(correlation.hashCode(), seconds + 2);
        return Map.of(
                "Retry-After",
                Long.toString(retry),
                "RateLimit-Policy",
                "\"" + name + "\";" + quota,
                "RateLimit",
                "\"" + name + "\";r=0;t=" + seconds);
    }
}
