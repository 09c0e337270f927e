package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Reach;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which orgs a segment lets in. It always names somebody who does not exist, since a segment
/// without a constraint lets everybody in, and a constraint without a value is refused.
record LiveConstraint(String operator, NavigableSet<String> values) {
    static final String NOBODY = "__none__";
    static final String IN = "IN";
    static final String NOT_IN = "NOT_IN";

    /// However many there are.
    static LiveConstraint of(Reach reach) {
        return switch (reach) {
            case Reach.All(var but) -> of(NOT_IN, values(but));
            case Reach.Only(var orgs) -> of(IN, values(orgs));
        };
    }

    static LiveConstraint of(String operator, Set<String> orgs) {
        NavigableSet<String> values = new TreeSet<>(orgs);
        boolean _ = values.add(NOBODY);
        return new LiveConstraint(operator, values);
    }

    private static Set<String> values(Set<OrgId> orgs) {
        return orgs.stream().map(OrgId::value).collect(Collectors.toSet());
    }

    /// Empty when it is none of ours: not exactly one, of another field, or turned round.
    static Optional<LiveConstraint> read(JsonNode constraints) {
        JsonNode one = constraints.path(0);
        boolean ours =
                constraints.size() == 1
                        && one.path("contextName").asText().equals(Strategy.ORG)
                        && !one.path("inverted").asBoolean();
        if (!ours) {
            return Optional.empty();
        }
        NavigableSet<String> values = new TreeSet<>();
        one.path("values").forEach(value -> values.add(value.asText()));
        return Optional.of(new LiveConstraint(one.path("operator").asText(), values));
    }

    boolean letsIn() {
        return operator.equals(IN);
    }

    boolean keepsOut() {
        return operator.equals(NOT_IN);
    }

    /// Empty where it names somebody who is no org.
    Optional<Set<OrgId>> orgs() {
        Set<OrgId> orgs = new HashSet<>();
        for (String value : values) {
            if (!value.equals(NOBODY)) {
                try {
                    var _ = orgs.add(new OrgId(value));
                } catch (IllegalArgumentException noOrg) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(orgs);
    }

    JsonNode toJson() {
        ObjectNode constraint =
                Definitions.JSON
                        .createObjectNode()
                        .put("contextName", Strategy.ORG)
                        .put("operator", operator)
                        .put("inverted", false)
                        .put("caseInsensitive", false);
        ArrayNode all = constraint.putArray("values");
        values.forEach(all::add);
        return constraint;
    }
}
