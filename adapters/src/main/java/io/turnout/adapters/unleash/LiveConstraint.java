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

/// Which orgs a segment lets in. It always names somebody who does not exist, since a segment
/// without a constraint lets everybody in, and a constraint without a value is refused.
record LiveConstraint(String operator, NavigableSet<String> values) {
    static final String NOBODY = "__none__";
    static final String IN = "IN";
    static final String NOT_IN = "NOT_IN";

    static LiveConstraint of(Reach reach) {
        NavigableSet<String> values = new TreeSet<>();
        values.add(NOBODY);
        return switch (reach) {
            case Reach.All(var but) -> {
                but.stream().map(OrgId::value).forEach(values::add);
                yield new LiveConstraint(NOT_IN, values);
            }
            case Reach.Only(var orgs) -> {
                orgs.stream().map(OrgId::value).forEach(values::add);
                yield new LiveConstraint(IN, values);
            }
        };
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

    /// Empty where it names somebody who is no org.
    Optional<Reach> reach() {
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
        return switch (operator) {
            case IN -> Optional.of(new Reach.Only(orgs));
            case NOT_IN -> Optional.of(new Reach.All(orgs));
            default -> Optional.empty();
        };
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
