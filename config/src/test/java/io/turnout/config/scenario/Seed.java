package io.turnout.config.scenario;

import io.turnout.simulator.SeedRow;
import io.turnout.simulator.SimulatorSettings;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the org of a street has at the start: an event with a ticket, and whom it invited.
final class Seed {
    private Seed() {}

    static SimulatorSettings of(RSAPublicKey key, List<String> invited) {
        List<SeedRow> seed = new ArrayList<>();
        seed.add(
                row(
                        "Event__c",
                        Map.of(
                                "Id", Street.EVENT.value(),
                                "Name", "Fair",
                                "Ends_At__c", Street.FAR_OFF.toString())));
        seed.add(
                row(
                        "Event_Item__c",
                        Map.of(
                                "Id", Street.TICKET.value(),
                                "Name", "Ticket",
                                "Event__c", Street.EVENT.value())));
        invited.forEach(
                email ->
                        seed.add(
                                row(
                                        "Attendee__c",
                                        Map.of(
                                                "Event__c",
                                                Street.EVENT.value(),
                                                "Email__c",
                                                email))));
        return SimulatorSettings.onFreePorts(Street.ORG.value()).withPublicKey(key).withSeed(seed);
    }

    private static SeedRow row(String object, Map<String, Object> fields) {
        return new SeedRow(Street.ORG.value(), object, fields);
    }
}
