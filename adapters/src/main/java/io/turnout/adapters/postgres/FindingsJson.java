package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.turnout.domain.connection.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Findings as they stand in a column. They name objects and fields, and no person.
final class FindingsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingsJson() {}

    static String write(List<Finding> findings) {
        ArrayNode all = JSON.createArrayNode();
        for (Finding finding : findings) {
            var one =
                    all.addObject()
                            .put("fault", Words.of(finding.fault()))
                            .put("harm", Words.of(finding.harm()))
                            .put("object", finding.object())
                            .put("what", finding.what())
                            .put("advice", finding.advice());
            finding.field().ifPresent(field -> one.put("field", field));
        }
        return all.toString();
    }

    static List<Finding> read(String text) {
        try {
            List<Finding> findings = new ArrayList<>();
            JSON.readTree(text).forEach(one -> findings.add(finding(one)));
            return findings;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column of findings holds none", broken);
        }
    }

    private static Finding finding(JsonNode one) {
        return new Finding(
                Words.read(Finding.Fault.class, one.path("fault").asText()),
                Words.read(Finding.Harm.class, one.path("harm").asText()),
                one.path("object").asText(),
                Optional.ofNullable(one.get("field")).map(JsonNode::asText),
                one.path("what").asText(),
                one.path("advice").asText());
    }
}
