package io.turnout.adapters.http.wire;

import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a request about an event says beside its form, whichever way it came: its key and its
/// ticket as they were sent, and what the doors before noted of it.
public record Call(
        OrgId org,
        EventId event,
        @Nullable List<String> key,
        @Nullable String ticket,
        Function<String, @Nullable Object> notes) {
    /// The header of the idempotency key.
    public static final String KEY = "Idempotency-Key";

    /// Where a ticket is looked for, and no address.
    public static final String TICKET = "Waiting-Room-Ticket";

    /// Never printed: a ticket lets its bearer in.
    @Override
    public String toString() {
        return "Call[" + org + ", " + event + "]";
    }
}
