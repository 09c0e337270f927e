package io.turnout.adapters.salesforce;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How to reach each org. Asked for every call, so that a changed key or mapping counts at once;
/// it answers from memory.
@FunctionalInterface
public interface SalesforceConnections {
    /// Empty when the org has not been connected.
    Optional<SalesforceConnection> of(OrgId org);

    /// Those of the settings, which do not change while the house runs.
    static SalesforceConnections fixed(List<SalesforceConnection> all) {
        Map<OrgId, SalesforceConnection> byOrg =
                all.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        SalesforceConnection::org, Function.identity()));
        return org -> Optional.ofNullable(byOrg.get(org));
    }
}
