package io.turnout.application.memory;

import io.turnout.application.connection.ConnectionProbe;
import io.turnout.application.connection.OrgSchema;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A probe for which every org works, until it is told which step fails. A key is sound when it
/// says that it is one.
public final class MemoryConnectionProbe implements ConnectionProbe {
    private final OrgSchema schema;
    private final Map<OrgId, Check> failures = new HashMap<>();

    MemoryConnectionProbe(OrgSchema schema) {
        this.schema = schema;
    }

    /// From here on this step fails, and those after it are left out.
    public synchronized void fail(OrgId org, Check failed) {
        failures.put(org, failed);
    }

    @Override
    public synchronized ConnectionReport probe(OrgId org) {
        Optional<Check> failed = Optional.ofNullable(failures.get(org));
        Function<Check.Step, Check> check = step -> check(step, failed);
        return new ConnectionReport(
                Arrays.stream(Check.Step.values()).map(check).toList(),
                failed.isEmpty() ? Optional.of(schema.describe(org)) : Optional.empty());
    }

    private static Check check(Check.Step step, Optional<Check> failed) {
        int order = failed.map(one -> step.compareTo(one.step())).orElse(-1);
        return order < 0
                ? Check.ok(step, "in memory")
                : order == 0 ? failed.orElseThrow() : Check.skipped(step, "not reached");
    }

    @Override
    public Inspection inspect(OrgConnection connection) {
        boolean sound = connection.secrets().privateKey().contains("PRIVATE KEY");
        return sound
                ? new Inspection(List.of(), Optional.of("00"))
                : new Inspection(
                        List.of(new Flaw("privateKey", "is not an RSA key in PKCS#8")),
                        Optional.empty());
    }
}
