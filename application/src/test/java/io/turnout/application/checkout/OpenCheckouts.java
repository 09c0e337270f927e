package io.turnout.application.checkout;

import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutId;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Checkouts to try things with, each told apart by its number.
public final class OpenCheckouts {
    public static final OrgId ACME = new OrgId("00DTURNOUT0000125A");
    public static final OrgId OTHER = new OrgId("00DTURNOUT0000225A");
    public static final EventId FAIR = new EventId("a01000000000001");
    private static final Instant UNTIL = Instant.parse("2026-03-11T12:10:00Z");

    private OpenCheckouts() {}

    public static CheckoutId id(long number) {
        return CheckoutId.of(ByteBuffer.allocate(16).putLong(7).putLong(number).array());
    }

    public static Checkout begun(OrgId org, long number) {
        return Checkout.begun(
                org, FAIR, id(number), CheckoutVersion.V1, new IdempotencyKey("key-" + number));
    }

    public static Checkout holding(OrgId org, long number) {
        Place place =
                new Place(
                        new ItemId("a02000000000001"),
                        List.of(
                                new SessionId("a03000000000001"),
                                new SessionId("a03000000000002")));
        return new Checkout(
                org,
                FAIR,
                id(number),
                CheckoutVersion.V2,
                new IdempotencyKey("key-" + number),
                java.util.Optional.of(
                        new Checkout.Held(
                                new HoldId(new UUID(1, number)), UNTIL, List.of(place, place))));
    }
}
