package io.turnout.adapters.salesforce;

import io.turnout.adapters.salesforce.FieldNeed.Kind;
import io.turnout.adapters.salesforce.FieldNeed.Use;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.connection.Finding.Harm;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a mapping needs of one object. Two mappings that need the same are equal, and so is their
/// text.
record ObjectNeed(String object, Harm harm, List<FieldNeed> fields) {
    private static final int UUID_LENGTH = 36;
    private static final int NAME_LENGTH = 1;
    private static final int ID_AND_SEPARATOR = 19;

    ObjectNeed {
        fields = List.copyOf(fields);
    }

    /// Whether records are made there, and not only read and updated.
    boolean isWritten() {
        return harm == Harm.DELIVERY;
    }

    static List<ObjectNeed> of(SalesforceMapping mapping) {
        return List.of(
                attendee(mapping),
                event(mapping.event()),
                item(mapping.item(), mapping.event().object()),
                session(mapping.session(), mapping.event().object()));
    }

    private static ObjectNeed attendee(SalesforceMapping mapping) {
        AttendeeMapping attendee = mapping.attendee();
        List<FieldNeed> fields = new ArrayList<>();
        fields.add(
                new FieldNeed(attendee.key(), Harm.DELIVERY, new Kind.Text(UUID_LENGTH), Use.KEY));
        Map<AttendeeFact, String> named = new EnumMap<>(attendee.fields());
        named.forEach(
                (fact, field) ->
                        fields.add(
                                new FieldNeed(
                                        field, Harm.DELIVERY, kind(fact, mapping), Use.WRITE)));
        attendee.link()
                .ifPresent(
                        field ->
                                fields.add(
                                        new FieldNeed(
                                                field,
                                                Harm.LINKS,
                                                new Kind.Text(LinkSite.ADDRESS_MAX),
                                                Use.UPDATE)));
        return new ObjectNeed(attendee.object(), Harm.DELIVERY, fields);
    }

    private static Kind kind(AttendeeFact fact, SalesforceMapping mapping) {
        AttendeeMapping.Statuses statuses = mapping.attendee().statuses();
        return switch (fact) {
            case EVENT -> new Kind.Link(mapping.event().object());
            case ITEM -> new Kind.Link(mapping.item().object());
            case EMAIL -> new Kind.Text(Person.EMAIL_MAX);
            case NAME -> new Kind.Text(Person.NAME_MAX);
            case TITLE -> new Kind.Text(Person.TITLE_MAX);
            case COMPANY -> new Kind.Text(Person.COMPANY_MAX);
            case STATUS ->
                    new Kind.Word(
                            List.of(
                                    statuses.confirmed(),
                                    statuses.cancelled(),
                                    statuses.offered()));
            case SESSIONS -> new Kind.Text(Place.SESSIONS_MAX * ID_AND_SEPARATOR);
        };
    }

    private static ObjectNeed event(EventMapping event) {
        List<FieldNeed> fields = new ArrayList<>();
        fields.add(read(event.name(), new Kind.Text(NAME_LENGTH)));
        fields.add(read(event.startsAt(), new Kind.Moment()));
        fields.add(read(event.endsAt(), new Kind.Moment()));
        event.timeZone().ifPresent(zone -> fields.add(read(zone, new Kind.Text(NAME_LENGTH))));
        fields.add(read(event.published(), published(event.publishedValues())));
        counted(fields, event.capacity(), event.registered());
        return new ObjectNeed(event.object(), Harm.CATALOGUE, fields);
    }

    private static Kind published(Set<String> values) {
        return values.isEmpty() ? new Kind.Box() : new Kind.Word(values.stream().sorted().toList());
    }

    private static ObjectNeed item(ItemMapping item, String event) {
        List<FieldNeed> fields = new ArrayList<>();
        fields.add(read(item.event(), new Kind.Link(event)));
        fields.add(read(item.name(), new Kind.Text(NAME_LENGTH)));
        item.price().ifPresent(price -> fields.add(read(price, new Kind.Amount())));
        counted(fields, item.capacity(), item.registered());
        return new ObjectNeed(item.object(), Harm.CATALOGUE, fields);
    }

    private static ObjectNeed session(SessionMapping session, String event) {
        List<FieldNeed> fields = new ArrayList<>();
        fields.add(read(session.event(), new Kind.Link(event)));
        fields.add(read(session.name(), new Kind.Text(NAME_LENGTH)));
        fields.add(read(session.startsAt(), new Kind.Moment()));
        fields.add(read(session.endsAt(), new Kind.Moment()));
        counted(fields, session.capacity(), session.registered());
        return new ObjectNeed(session.object(), Harm.CATALOGUE, fields);
    }

    private static FieldNeed read(String field, Kind kind) {
        return new FieldNeed(field, Harm.CATALOGUE, kind, Use.READ);
    }

    private static void counted(
            List<FieldNeed> fields, Optional<String> capacity, Optional<String> registered) {
        capacity.ifPresent(field -> fields.add(read(field, new Kind.Amount())));
        registered.ifPresent(
                field ->
                        fields.add(
                                new FieldNeed(field, Harm.COUNTS, new Kind.Amount(), Use.UPDATE)));
    }
}
