package io.turnout.adapters.salesforce;

import io.turnout.domain.event.EventId;
import io.turnout.domain.publishing.Marks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What an org is asked about its catalogue, in its own names.
record CatalogQueries(SalesforceMapping mapping) {
    static final int PAGE = 2_000;
    static final String ID = "Id";
    static final String STAMP = "SystemModstamp";
    static final String DELETED = "IsDeleted";

    private static final String BY_STAMP = STAMP + ", " + ID;

    /// One of the three objects, and where it points to its event.
    record Part(String object, String event, SequencedSet<String> fields) {}

    Part events() {
        EventMapping event = mapping.event();
        return new Part(
                event.object(),
                ID,
                fields(
                        Stream.of(
                                ID,
                                event.name(),
                                event.startsAt(),
                                event.endsAt(),
                                event.published()),
                        event.timeZone(),
                        event.capacity()));
    }

    Part items() {
        ItemMapping item = mapping.item();
        return new Part(
                item.object(),
                item.event(),
                fields(Stream.of(ID, item.event(), item.name()), item.price(), item.capacity()));
    }

    Part sessions() {
        SessionMapping session = mapping.session();
        return new Part(
                session.object(),
                session.event(),
                fields(
                        Stream.of(
                                ID,
                                session.event(),
                                session.name(),
                                session.startsAt(),
                                session.endsAt()),
                        Optional.empty(),
                        session.capacity()));
    }

    private static SequencedSet<String> fields(
            Stream<String> needed, Optional<String> one, Optional<String> other) {
        SequencedSet<String> fields = new LinkedHashSet<>(needed.toList());
        one.ifPresent(fields::add);
        other.ifPresent(fields::add);
        return fields;
    }

    /// The rows of these events, in an order that stays.
    static Soql rows(Part part, List<EventId> events) {
        List<String> ids = events.stream().map(EventId::value).toList();
        return Soql.select(part.fields(), part.object())
                .where(Soql.in(part.event(), ids))
                .orderBy(ID);
    }

    Soql published(Optional<EventId> after) {
        EventMapping event = mapping.event();
        String shown =
                event.publishedValues().isEmpty()
                        ? Soql.name(event.published()) + " = true"
                        : Soql.in(
                                event.published(),
                                event.publishedValues().stream().sorted().toList());
        String beyond = after.map(id -> " AND " + ID + " > " + Soql.quoted(id.value())).orElse("");
        return Soql.select(List.of(ID), event.object()).where(shown + beyond).orderBy(ID, PAGE);
    }

    static Soql newest(Part part) {
        return Soql.select(List.of(STAMP), part.object()).orderBy(STAMP + " DESC", 1);
    }

    /// Rows written from a place on. Many rows may share a stamp, so the id tells where to go on.
    static Soql changes(Part part, Optional<Marks.Place> from) {
        SequencedSet<String> fields = new LinkedHashSet<>(part.fields());
        fields.add(STAMP);
        fields.add(DELETED);
        return Soql.select(fields, part.object())
                .where(from.map(CatalogQueries::after).orElse(""))
                .orderBy(BY_STAMP, PAGE);
    }

    private static String after(Marks.Place place) {
        String at = Soql.moment(place.at());
        return place.id()
                .map(
                        id ->
                                "%s > %s OR (%s = %s AND %s > %s)"
                                        .formatted(STAMP, at, STAMP, at, ID, Soql.quoted(id)))
                .orElse(STAMP + " >= " + at);
    }
}
