package io.turnout.simulator.nudge;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.store.Committed;
import io.turnout.simulator.store.Database;
import io.turnout.simulator.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The package's triggers: which nudges the rows of one transaction are worth. An item or a session
/// speaks for its event; a row that moved speaks for the old place and the new one.
final class Watch {
    private final Database database;

    Watch(Database database) {
        this.database = database;
    }

    List<Nudge> nudges(List<Committed> rows) {
        Set<String> events = new LinkedHashSet<>();
        Set<String> licensed = new LinkedHashSet<>();
        Set<String> inviting = new LinkedHashSet<>();
        for (Committed one : rows) {
            switch (one.type().name()) {
                case "Event__c" -> events.add(one.after().id());
                case "Event_Item__c", "Session__c" -> events.addAll(values(one, "Event__c"));
                case "Attendee__c" -> inviting.addAll(invited(one));
                case "License__c" -> licensed.addAll(values(one, "Org_Id__c"));
                default -> {}
            }
        }
        List<String> published = events.stream().filter(this::published).toList();
        events.removeAll(Set.copyOf(published));
        List<Nudge> nudges = new ArrayList<>(Nudge.of(Nudge.PUBLISHED, published));
        nudges.addAll(Nudge.of(Nudge.UNPUBLISHED, events));
        nudges.addAll(Nudge.of(Nudge.LICENSE, licensed));
        if (rows.size() < Nudge.IDS_MAX) {
            nudges.addAll(Nudge.of(Nudge.LINKS, inviting));
        }
        return nudges;
    }

    /// The event of a new row that has neither a link nor the key of somebody registered. Of a full
    /// chunk nothing is said: it is part of an import.
    private static List<String> invited(Committed one) {
        boolean waits =
                one.before() == null
                        && Stream.of("Link__c", "External_Id__c")
                                .flatMap(name -> one.type().field(name).stream())
                                .allMatch(field -> one.after().text(field) == null);
        return waits ? values(one, "Event__c") : List.of();
    }

    /// The ids this field held before and holds now.
    private static List<String> values(Committed one, String field) {
        return one.type().field(field).stream()
                .flatMap(
                        found ->
                                Stream.concat(
                                                Stream.ofNullable(one.before()),
                                                Stream.of(one.after()))
                                        .flatMap(row -> Stream.ofNullable(row.text(found))))
                .flatMap(text -> RecordId.parse(text).stream())
                .toList();
    }

    private boolean published(String event) {
        ObjectType type = database.schema().type("Event__c");
        Optional<Row> row = database.find(type, event).filter(found -> !found.deleted());
        return type.field("Published__c")
                .flatMap(field -> row.map(found -> found.value(field)))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }
}
