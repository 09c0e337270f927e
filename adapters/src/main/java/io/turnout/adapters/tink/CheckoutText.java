package io.turnout.adapters.tink;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checkout as lines of text, the form in which it is sealed: version, event, key; then, where
/// seats are held, the hold, until when, and a line a place. Org and id are what it is sealed for.
/// None of these can hold a space or the end of a line.
final class CheckoutText {
    private static final int HEAD = 3;
    private static final int HOLD = 5;

    private CheckoutText() {}

    static String write(Checkout checkout) {
        Stream<String> head =
                Stream.of(
                        "" + checkout.version().number(),
                        checkout.event().value(),
                        checkout.key().value());
        Stream<String> held =
                checkout.held().stream()
                        .flatMap(
                                seats ->
                                        Stream.concat(
                                                Stream.of(
                                                        seats.hold().toString(),
                                                        "" + seats.until().toEpochMilli()),
                                                seats.places().stream().map(CheckoutText::place)));
        return String.join("\n", Stream.concat(head, held).toList());
    }

    private static String place(Place place) {
        return String.join(
                " ",
                Stream.concat(
                                Stream.of(place.item().value()),
                                place.sessions().stream().map(SessionId::value))
                        .toList());
    }

    /// Empty for what is no checkout, as another version of the program may have written it.
    static Optional<Checkout> read(OrgId org, CheckoutId id, String text) {
        try {
            List<String> lines = text.lines().toList();
            return CheckoutVersion.numbered(Integer.parseInt(lines.getFirst()))
                    .map(
                            version ->
                                    new Checkout(
                                            org,
                                            new EventId(lines.get(1)),
                                            id,
                                            version,
                                            new IdempotencyKey(lines.get(2)),
                                            held(lines)));
        } catch (RuntimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Checkout.Held> held(List<String> lines) {
        return lines.size() == HEAD
                ? Optional.empty()
                : Optional.of(
                        new Checkout.Held(
                                HoldId.valueOf(lines.get(HEAD)),
                                Instant.ofEpochMilli(Long.parseLong(lines.get(HEAD + 1))),
                                lines.subList(HOLD, lines.size()).stream()
                                        .map(CheckoutText::place)
                                        .toList()));
    }

    private static Place place(String line) {
        List<String> ids = List.of(line.split(" "));
        return new Place(
                new ItemId(ids.getFirst()),
                ids.subList(1, ids.size()).stream().map(SessionId::new).toList());
    }
}
