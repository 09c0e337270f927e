package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.Soql.quoted;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.delivery.OrgCensus;
import io.turnout.application.delivery.OrgCensus.Page;
import io.turnout.domain.delivery.ShownAttendee;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of an event's attendees in the order of our keys, those in the bin too.
record AttendeePage(AttendeeMapping mapping) {
    private static final String BIN = "IsDeleted";

    Soql query(EventId event, String after) {
        List<String> fields = new ArrayList<>();
        fields.add(mapping.key());
        fields.add(BIN);
        for (AttendeeFact fact : compared()) {
            mapping.field(fact).ifPresent(fields::add);
        }
        return Soql.select(fields, mapping.object())
                .where(
                        "%s = %s AND %s > %s"
                                .formatted(
                                        mapping.fields().get(AttendeeFact.EVENT),
                                        quoted(event.value()),
                                        mapping.key(),
                                        quoted(after)))
                .orderBy(mapping.key(), OrgCensus.PAGE_MAX);
    }

    private static List<AttendeeFact> compared() {
        return List.of(AttendeeFact.STATUS, AttendeeFact.ITEM, AttendeeFact.SESSIONS);
    }

    Page read(JsonNode answer) {
        List<ShownAttendee> rows = new ArrayList<>();
        answer.path("records").forEach(row -> rows.add(shown(row)));
        return new Page.Rows(rows);
    }

    private ShownAttendee shown(JsonNode row) {
        return new ShownAttendee(
                row.path(mapping.key()).asText(),
                value(row, AttendeeFact.STATUS).flatMap(this::status),
                value(row, AttendeeFact.ITEM),
                value(row, AttendeeFact.SESSIONS)
                        .map(AttendeeMapping::sessionIds)
                        .orElse(List.of()),
                row.path(BIN).asBoolean());
    }

    private Optional<String> value(JsonNode row, AttendeeFact fact) {
        return mapping.field(fact)
                .map(field -> row.path(field).asText(""))
                .filter(text -> !text.isEmpty() && !text.equals("null"));
    }

    private Optional<RegistrationStatus> status(String text) {
        AttendeeMapping.Statuses statuses = mapping.statuses();
        if (text.equals(statuses.confirmed())) {
            return Optional.of(RegistrationStatus.CONFIRMED);
        }
        if (text.equals(statuses.offered())) {
            return Optional.of(RegistrationStatus.OFFERED);
        }
        return text.equals(statuses.cancelled())
                ? Optional.of(RegistrationStatus.CANCELLED)
                : Optional.empty();
    }
}
