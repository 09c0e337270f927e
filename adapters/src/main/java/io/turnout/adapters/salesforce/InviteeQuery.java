package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.attendeelink.LinkSource.Invited;
import io.turnout.application.attendeelink.LinkSource.Reading;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which of an org's attendees have no link, by its own names. Whoever carries our key was written
/// by us, and needs none. Of events that are over nobody is asked for.
record InviteeQuery(SalesforceMapping mapping, String link) {
    /// What one query gives at most.
    static final int PAGE = 2_000;

    private static final String CUSTOM = "__c";
    private static final String CUSTOM_WAY = "__r";
    private static final String STANDARD = "Id";

    /// Empty where the org has no field for links, or none for addresses of people.
    static Optional<InviteeQuery> of(SalesforceMapping mapping) {
        return mapping.attendee()
                .link()
                .filter(_ -> mapping.attendee().field(AttendeeFact.EMAIL).isPresent())
                .map(link -> new InviteeQuery(mapping, link));
    }

    Soql page(Optional<InviteeId> last, Instant now) {
        return soql(last, now, PAGE);
    }

    /// Whether it can be asked at all.
    Soql any(Instant now) {
        return soql(Optional.empty(), now, 1);
    }

    private Soql soql(Optional<InviteeId> last, Instant now, int limit) {
        List<String> conditions = new ArrayList<>();
        conditions.add(Soql.name(link) + " = null");
        conditions.add(Soql.name(mapping.attendee().key()) + " = null");
        conditions.add(Soql.name(field(AttendeeFact.EMAIL)) + " != null");
        way().map(way -> Soql.name(way) + "." + Soql.name(mapping.event().endsAt()))
                .map(ends -> ends + " > " + Soql.moment(now))
                .ifPresent(conditions::add);
        last.map(id -> CatalogQueries.ID + " > " + Soql.quoted(id.value()))
                .ifPresent(conditions::add);
        return Soql.select(fields(), mapping.attendee().object())
                .where(String.join(" AND ", conditions))
                .orderBy(CatalogQueries.ID, limit);
    }

    private List<String> fields() {
        Stream<String> facts =
                Stream.of(
                                AttendeeFact.EVENT,
                                AttendeeFact.EMAIL,
                                AttendeeFact.NAME,
                                AttendeeFact.TITLE,
                                AttendeeFact.COMPANY)
                        .flatMap(fact -> mapping.attendee().field(fact).stream());
        return Stream.concat(Stream.of(CatalogQueries.ID), facts).toList();
    }

    private String field(AttendeeFact fact) {
        return mapping.attendee().field(fact).orElseThrow();
    }

    /// How a query goes from an attendee to its event.
    private Optional<String> way() {
        String event = field(AttendeeFact.EVENT);
        if (event.endsWith(CUSTOM)) {
            return Optional.of(event.substring(0, event.length() - CUSTOM.length()) + CUSTOM_WAY);
        }
        return event.endsWith(STANDARD) && event.length() > STANDARD.length()
                ? Optional.of(event.substring(0, event.length() - STANDARD.length()))
                : Optional.empty();
    }

    Reading read(List<JsonNode> rows) {
        List<Invited> invited = new ArrayList<>();
        rows.forEach(row -> invited(row).ifPresent(invited::add));
        return new Reading.Said(
                invited,
                rows.size() - invited.size(),
                rows.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(new InviteeId(CatalogReader.id(rows.getLast()))));
    }

    private Optional<Invited> invited(JsonNode row) {
        Optional<String> event = RowReader.text(row, field(AttendeeFact.EVENT));
        Optional<String> email =
                text(row, AttendeeFact.EMAIL, Person.EMAIL_MAX).filter(InviteeQuery::isAddress);
        if (event.isEmpty() || email.isEmpty()) {
            return Optional.empty();
        }
        InviteeId record = new InviteeId(CatalogReader.id(row));
        Prefill prefill =
                new Prefill(
                        email.get(),
                        text(row, AttendeeFact.NAME, Person.NAME_MAX),
                        text(row, AttendeeFact.TITLE, Person.TITLE_MAX),
                        text(row, AttendeeFact.COMPANY, Person.COMPANY_MAX));
        Reference reference = new Reference(record.value());
        return Optional.of(
                new Invited(record, new Link(reference, new EventId(event.get()), 1, prefill)));
    }

    /// What does not fit into a form is not prefilled.
    private Optional<String> text(JsonNode row, AttendeeFact fact, int max) {
        Predicate<String> fits =
                text ->
                        !text.isEmpty()
                                && text.length() <= max
                                && text.chars().noneMatch(Character::isISOControl);
        return mapping.attendee()
                .field(fact)
                .flatMap(field -> RowReader.text(row, field))
                .map(String::strip)
                .filter(fits);
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1 && text.chars().noneMatch(Character::isWhitespace);
    }
}
