package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Reach;
import java.util.NavigableSet;
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
