package io.turnout.adapters.http.lane;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Who tries links that are none: so many are allowed an address, and then it is heard again when
/// it may try one more. Until then whatever it brings is refused, right or wrong, so that nobody
/// finds a link by trying. Nothing is counted of who has a link.
public final class Guesses {
    private static final String ATTRIBUTE = "io.turnout.guesses";
    private static final int ADDRESSES = 10_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Rate rate;
    private final Allowances allowances;
    private final Cache<String, Refused> refused =
            CacheBuilder.newBuilder().maximumSize(ADDRESSES).expireAfterWrite(FORGOTTEN).build();

    private record Refused(long untilNanos, Excess excess) {}

    Guesses(Rate rate, Allowances allowances) {
        this.rate = rate;
        this.allowances = allowances;
    }

    /// What is known here of whoever sent a request. The address is found out when it is needed.
    public static final class Caller {
        private final Guesses guesses;
        private final Supplier<String> address;

        private Caller(Guesses guesses, Supplier<String> address) {
            this.guesses = guesses;
            this.address = address;
        }

        /// Why no link of this caller is looked at now.
        public Optional<Excess> excess() {
            return guesses.excess(address.get());
        }

        /// What it brought was no link.
        public void missed() {
            guesses.missed(address.get());
        }
    }

    /// Under which name the caller stands in the attributes of a request, and the caller.
    void note(Request request, Supplier<String> address) {
        request.setAttribute(ATTRIBUTE, new Caller(this, address));
    }

    public static Caller of(HttpServletRequest request) {
        return of(request::getAttribute);
    }

    /// The same, of the attributes of a request.
    public static Caller of(Function<String, @Nullable Object> attributes) {
        if (attributes.apply(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("nobody met this request at the door");
    }

    private Optional<Excess> excess(String address) {
        return Optional.ofNullable(refused.getIfPresent(address))
                .filter(one -> one.untilNanos() - System.nanoTime() > 0)
                .map(Refused::excess);
    }

    private void missed(String address) {
        Allowance allowance = new Allowance(Allowance.Kind.LINK_MISSES, address, rate);
        if (allowances.take(allowance) instanceof Taking.Spent(var pause)) {
            long until = System.nanoTime() + pause.toNanos();
            refused.put(address, new Refused(until, Excess.over(allowance, pause)));
        }
    }
}
