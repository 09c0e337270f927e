package io.turnout.adapters.salesforce;

import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which object and fields of an org hold an attendee: data, so that settings can say otherwise.
/// `key` is the unique external id field, which holds the attendee's own id. A fact that is not
/// in `fields` is not sent. `link` is the field for the address of a link, where the org wants to
/// have links made for whom it invites.
public record AttendeeMapping(
        String object,
        String key,
        Map<AttendeeFact, String> fields,
        Statuses statuses,
        Duplicates duplicates,
        Optional<String> link) {
    private static final String SEPARATOR = ";";

    public AttendeeMapping {
        fields = Map.copyOf(fields);
        ApiNames.require(
                object,
                Stream.of(Stream.of(key), fields.values().stream(), link.stream())
                        .flatMap(names -> names));
        if (!fields.containsKey(AttendeeFact.EVENT) || !fields.containsKey(AttendeeFact.STATUS)) {
            throw new IllegalArgumentException("an attendee needs a field for EVENT and STATUS");
        }
    }

    /// Of an org that wants no links.
    public AttendeeMapping(
            String object,
            String key,
            Map<AttendeeFact, String> fields,
            Statuses statuses,
            Duplicates duplicates) {
        this(object, key, fields, statuses, duplicates, Optional.empty());
    }

    /// What is to happen when a duplicate rule of the org finds somebody alike: `PARK` sets the row
    /// aside until somebody has looked, `ALLOW` saves it all the same.
    public enum Duplicates {
        PARK,
        ALLOW
    }

    /// How the org spells the states of a registration that it hears of.
    public record Statuses(String confirmed, String cancelled, String offered) {}

    /// The whole desired state as field and value. Empty means null: what somebody typed there
    /// earlier is to go.
    Map<String, Optional<String>> values(OwedAttendee attendee) {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        new EnumMap<>(fields).forEach((fact, field) -> values.put(field, value(fact, attendee)));
        return values;
    }

    private Optional<String> value(AttendeeFact fact, OwedAttendee attendee) {
        return switch (fact) {
            case EVENT -> Optional.of(attendee.event().value());
            case ITEM -> Optional.of(attendee.place().item().value());
            case EMAIL -> Optional.of(attendee.person().email());
            case NAME -> Optional.of(attendee.person().name());
            case TITLE -> attendee.person().title();
            case COMPANY -> attendee.person().company();
            case STATUS -> Optional.of(status(attendee.status()));
            case SESSIONS -> sessions(attendee);
        };
    }

    private String status(RegistrationStatus status) {
        return switch (status) {
            case WAITLISTED -> throw new IllegalArgumentException("nothing is owed for who waits");
            case OFFERED -> statuses.offered();
            case CONFIRMED -> statuses.confirmed();
            case CANCELLED -> statuses.cancelled();
        };
    }

    /// The field that holds a fact, where the org has one.
    Optional<String> field(AttendeeFact fact) {
        return Optional.ofNullable(fields.get(fact));
    }

    /// The ids in a field of sessions.
    static List<String> sessionIds(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    private static Optional<String> sessions(OwedAttendee attendee) {
        String joined =
                attendee.place().sessions().stream()
                        .map(SessionId::value)
                        .collect(Collectors.joining(SEPARATOR));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }
}
