package io.turnout.domain.registration;

import io.turnout.domain.event.EventStatus;
import java.time.Instant;

/// What the rule needs to know of an event: whether it is shown, when it starts and is over.
public record Offer(EventStatus status, Instant startsAt, Instant endsAt) {
    public boolean openAt(Instant now) {
        return status == EventStatus.PUBLISHED && now.isBefore(endsAt);
    }
}
