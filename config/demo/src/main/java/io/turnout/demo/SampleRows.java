package io.turnout.demo;

import io.turnout.demo.Samples.Sample;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.org.OrgId;
import io.turnout.simulator.SeedRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The samples as their organisers see them: the rows of each org's Salesforce, from which they
/// are pulled.
final class SampleRows {
    private SampleRows() {}

    static List<SeedRow> all() {
        Stream<SeedRow> events = Samples.all(Instant.now()).stream().flatMap(SampleRows::rows);
        Stream<SeedRow> licenses =
                Stream.of(
                        license("a05xx0000000001", "TURNOUT-0001", Samples.ORG_A),
                        license("a05xx0000000002", "TURNOUT-0002", Samples.ORG_B));
        return Stream.concat(events, licenses).toList();
    }

    private static Stream<SeedRow> rows(Sample sample) {
        Event event = sample.event();
        return Stream.of(
                        Stream.of(event(sample)),
                        event.items().stream().map(item -> item(sample, item)),
                        event.sessions().stream().map(session -> session(sample, session)))
                .flatMap(rows -> rows);
    }

    private static SeedRow event(Sample sample) {
        Event event = sample.event();
        Map<String, Object> fields = counted(sample, RoomId.of(event.id()), event.name());
        fields.put("Starts_At__c", event.startsAt().toString());
        fields.put("Ends_At__c", event.endsAt().toString());
        fields.put("Time_Zone__c", event.timeZone().getId());
        fields.put("Published__c", true);
        return new SeedRow(event.org().value(), "Event__c", fields);
    }

    private static SeedRow item(Sample sample, EventItem item) {
        Map<String, Object> fields = counted(sample, RoomId.of(item.id()), item.name());
        fields.put("Event__c", sample.event().id().value());
        fields.put("Price__c", item.price());
        return new SeedRow(sample.event().org().value(), "Event_Item__c", fields);
    }

    private static SeedRow session(Sample sample, EventSession session) {
        Map<String, Object> fields = counted(sample, RoomId.of(session.id()), session.name());
        fields.put("Event__c", sample.event().id().value());
        fields.put("Starts_At__c", session.startsAt().toString());
        fields.put("Ends_At__c", session.endsAt().toString());
        return new SeedRow(sample.event().org().value(), "Session__c", fields);
    }

    private static Map<String, Object> counted(Sample sample, RoomId room, String name) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("Id", room.id());
        fields.put("Name", name);
        fields.put("Capacity__c", sample.seats(room));
        fields.put("Registered__c", 0);
        return fields;
    }

    private static SeedRow license(String id, String number, OrgId org) {
        return new SeedRow(
                Samples.VENDOR.value(),
                "License__c",
                Map.of(
                        "Id",
                        id,
                        "Number__c",
                        number,
                        "Status__c",
                        "Active",
                        "Org_Id__c",
                        org.value()));
    }
}
