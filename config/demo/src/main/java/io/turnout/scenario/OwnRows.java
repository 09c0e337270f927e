package io.turnout.scenario;

import io.turnout.simulator.SeedRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events of a scenario as rows of their orgs, and the licences of these orgs as rows of the
/// vendor's.
final class OwnRows {
    private static final int DAYS_AHEAD = 100;

    private OwnRows() {}

    static List<SeedRow> of(Scenario scenario) {
        List<SeedRow> rows = new ArrayList<>();
        int number = 0;
        for (Scenario.EventAt event : sorted(scenario)) {
            number++;
            rows.addAll(event(event, number));
        }
        List<String> orgs =
                scenario.events().values().stream()
                        .map(Scenario.EventAt::org)
                        .distinct()
                        .sorted()
                        .toList();
        for (int i = 0; i < orgs.size(); i++) {
            rows.add(license(orgs.get(i), i + 1));
        }
        return rows;
    }

    private static List<Scenario.EventAt> sorted(Scenario scenario) {
        return scenario.events().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<SeedRow> event(Scenario.EventAt event, int number) {
        Instant starts =
                Instant.now().truncatedTo(ChronoUnit.HOURS).plus(DAYS_AHEAD, ChronoUnit.DAYS);
        String id = "a01xx0000%06d".formatted(number);
        Map<String, Object> hall = counted(id, event.name(), event.seats());
        hall.put("Starts_At__c", starts.toString());
        hall.put("Ends_At__c", starts.plus(8, ChronoUnit.HOURS).toString());
        hall.put("Time_Zone__c", "Europe/Berlin");
        hall.put("Published__c", true);
        Map<String, Object> ticket =
                counted("a02xx0000%06d".formatted(number), "Ticket", event.seats());
        ticket.put("Event__c", id);
        ticket.put("Price__c", 10);
        return List.of(
                new SeedRow(event.org(), "Event__c", hall),
                new SeedRow(event.org(), "Event_Item__c", ticket));
    }

    private static Map<String, Object> counted(String id, String name, int seats) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("Id", id);
        fields.put("Name", name);
        fields.put("Capacity__c", seats);
        fields.put("Registered__c", 0);
        return fields;
    }

    private static SeedRow license(String org, int number) {
        return new SeedRow(
                OwnSettings.VENDOR,
                "License__c",
                Map.of(
                        "Id",
                        "a05xx0000%06d".formatted(number),
                        "Number__c",
                        "TURNOUT-%04d".formatted(number),
                        "Status__c",
                        "Active",
                        "Org_Id__c",
                        org));
    }
}
