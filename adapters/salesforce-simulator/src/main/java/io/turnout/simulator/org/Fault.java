package io.turnout.simulator.org;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A trouble somebody ordered. It ends by itself: at `until`, or after its calls.
public final class Fault {
    /// What can go wrong.
    public enum Kind {
        /// Every request on the port is answered 503.
        OUTAGE(false),
        /// The next calls are answered 503.
        UNAVAILABLE(true),
        /// The socket closes before anything is done.
        CUT_BEFORE(true),
        /// The socket closes after everything is done, in place of the answer.
        CUT_AFTER(true),
        /// Calls take `millis` longer.
        SLOW(false),
        /// The day's calls are used up.
        LIMIT(false),
        /// Too many long calls run.
        CONCURRENT_LIMIT(false),
        /// No row can be inserted.
        STORAGE_FULL(false),
        /// Rows whose `field` does not match `pattern` are refused with `message`.
        VALIDATION_RULE(false),
        /// Rows alike in `fields` are refused.
        DUPLICATE_RULE(false),
        /// `field` of `object` must be filled from now on.
        FIELD_REQUIRED(false),
        /// `field` of `object` is gone.
        FIELD_REMOVED(false),
        /// `field` of `object` is kept from the client.
        FIELD_HIDDEN(false),
        /// `field` of `object` is shown to the client and not to be written.
        FIELD_READONLY(false),
        /// Nobody gets a token; `error` and `description` say why.
        LOGIN_REFUSED(false),
        /// The API is switched off.
        API_DISABLED(false),
        /// Nudges go astray, and nobody is told.
        NUDGE_LOST(false),
        /// Somebody else holds the row `id`.
        LOCK(false);

        private final boolean byCalls;

        Kind(boolean byCalls) {
            this.byCalls = byCalls;
        }

        /// `cut-after`
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String text) {
            return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
        }
    }

    private static final int SECONDS = 600;
    private static final int SECONDS_MAX = 86_400;
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final String id;
    private final Kind kind;
    private final JsonNode order;
    private final Duration length;
    private final long until;
    private final Pattern path;
    private final AtomicInteger calls;

    Fault(String id, Kind kind, JsonNode order, long now) {
        this.id = id;
        this.kind = kind;
        this.order = order;
        this.length = Duration.ofSeconds(order.path("seconds").asInt(SECONDS));
        this.until = now + length.toMillis();
        if (!length.isPositive() || length.toSeconds() > SECONDS_MAX) {
            throw new IllegalArgumentException("seconds must be within 1.." + SECONDS_MAX);
        }
        if (kind == Kind.SLOW && !(order.path("millis").asLong(-1) >= 0)) {
            throw new IllegalArgumentException("millis must be a number, 0 or more");
        }
        this.path = Pattern.compile(order.path("path").asText(usualPath(kind)));
        this.calls = new AtomicInteger(order.path("calls").asInt(kind.byCalls ? 1 : UNBOUNDED));
    }

    private static String usualPath(Kind kind) {
        return switch (kind) {
            case OUTAGE, NUDGE_LOST, LOGIN_REFUSED -> "";
            default -> "/services/data/";
        };
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /// How long it lasts at most.
    public Duration length() {
        return length;
    }

    public long until() {
        return until;
    }

    /// What was ordered, word for word.
    public JsonNode order() {
        return order;
    }

    public int callsLeft() {
        return calls.get() == UNBOUNDED ? -1 : calls.get();
    }

    public String text(String name) {
        return text(name, "");
    }

    public String text(String name, String otherwise) {
        return order.path(name).asText(otherwise);
    }

    boolean over(long now) {
        return now >= until || calls.get() <= 0;
    }

    /// Whether it hits this request; a fault that lasts for some calls has then used one of them.
    boolean strikes(String target) {
        return path.matcher(target).find()
                && calls.getAndUpdate(n -> n == UNBOUNDED || n <= 0 ? n : n - 1) > 0;
    }

    boolean concerns(String object) {
        return text("object").equalsIgnoreCase(object);
    }
}
