package io.turnout.adapters.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.turnout.domain.rollout.Difference;
import java.util.ArrayList;
import java.util.List;

/// Differences as they stand in a column. They name orgs and no person.
final class DifferencesJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DifferencesJson() {}

    static String write(List<Difference> differences) {
        ArrayNode all = JSON.createArrayNode();
        for (Difference one : differences) {
            all.addObject()
                    .put("what", one.what())
                    .put("before", one.before())
                    .put("after", one.after());
        }
        return all.toString();
    }

    static List<Difference> read(String text) {
        try {
            List<Difference> differences = new ArrayList<>();
            JSON.readTree(text)
                    .forEach(
                            one ->
                                    differences.add(
                                            new Difference(
                                                    one.path("what").asText(),
                                                    one.path("before").asText(),
                                                    one.path("after").asText())));
            return differences;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column of differences holds none", broken);
        }
    }
}
