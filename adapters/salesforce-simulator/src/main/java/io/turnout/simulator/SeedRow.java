package io.turnout.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/// A row an org starts with. `fields` are written as a client writes them, `Event__r` included, and
/// may choose the `Id`. A row whose `Id` or `External_Id__c` is there already is left alone, so a
/// restart on the same data changes nothing.
public record SeedRow(String org, String object, Map<String, Object> fields) {
    public SeedRow {
        fields = Map.copyOf(new LinkedHashMap<>(fields));
    }
}
