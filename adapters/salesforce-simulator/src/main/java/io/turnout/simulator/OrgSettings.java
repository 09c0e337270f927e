package io.turnout.simulator;

import io.turnout.simulator.nudge.NudgeTarget;
import io.turnout.simulator.org.Latency;
import io.turnout.simulator.org.Limits;
import io.turnout.simulator.schema.RecordId;
import java.net.URI;
import java.util.Optional;

/// One org to simulate: its 18-character id, its port (0 for any free one), its name, what it
/// allows, how fast it is, and where the package installed in it sends its nudges.
public record OrgSettings(
        String id,
        int port,
        String name,
        Limits limits,
        Latency latency,
        Optional<NudgeTarget> nudges) {
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

    /// An org whose package is not told where to send anything.
    public OrgSettings(String id, int port, String name, Limits limits, Latency latency) {
        this(id, port, name, limits, latency, Optional.empty());
    }

    public static OrgSettings of(String id, int port) {
        return new OrgSettings(id, port, id, Limits.standard(), Latency.none());
    }

    public OrgSettings withName(String newName) {
        return new OrgSettings(id, port, newName, limits, latency, nudges);
    }

    public OrgSettings withLimits(Limits newLimits) {
        return new OrgSettings(id, port, name, newLimits, latency, nudges);
    }

    public OrgSettings withLatency(Latency newLatency) {
        return new OrgSettings(id, port, name, limits, newLatency, nudges);
    }

    /// The org whose package tells this address of its changes, signed with `whsec_` and base64.
    public OrgSettings withNudges(URI url, String secret) {
        Optional<NudgeTarget> target = Optional.of(new NudgeTarget(url, secret));
        return new OrgSettings(id, port, name, limits, latency, target);
    }
}
