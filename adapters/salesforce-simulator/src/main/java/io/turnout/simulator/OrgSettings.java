package io.turnout.simulator;

import io.turnout.simulator.org.Latency;
import io.turnout.simulator.org.Limits;
import io.turnout.simulator.schema.RecordId;

/// One org to simulate: its 18-character id, its port (0 for any free one), its name, what it
/// allows and how fast it is.
public record OrgSettings(String id, int port, String name, Limits limits, Latency latency) {
    public OrgSettings {
        boolean sound =
                id.length() == 18
                        && id.startsWith("00D")
                        && RecordId.parse(id).filter(id::equals).isPresent();
        if (!sound) {
            throw new IllegalArgumentException(
                    "not an 18-character org id with its checksum: " + id);
        }
    }

    public static OrgSettings of(String id, int port) {
        return new OrgSettings(id, port, id, Limits.standard(), Latency.none());
    }

    public OrgSettings withName(String newName) {
        return new OrgSettings(id, port, newName, limits, latency);
    }

    public OrgSettings withLimits(Limits newLimits) {
        return new OrgSettings(id, port, name, newLimits, latency);
    }

    public OrgSettings withLatency(Latency newLatency) {
        return new OrgSettings(id, port, name, limits, newLatency);
    }
}
