package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/// Several questions for the price of one call, each with a name of its own.
record Composite(String apiVersion, Map<String, String> paths) {
    Composite {
        paths = new LinkedHashMap<>(paths);
    }

    HttpPost at(URI instance) {
        HttpPost post = new HttpPost(instance.resolve(root() + "/composite"));
        post.setEntity(new StringEntity(body(), ContentType.APPLICATION_JSON));
        return post;
    }

    private String root() {
        return "/services/data/v" + apiVersion;
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("allOrNone", false);
        ArrayNode parts = body.putArray("compositeRequest");
        paths.forEach(
                (name, path) ->
                        parts.addObject()
                                .put("method", "GET")
                                .put("url", root() + path)
                                .put("referenceId", name));
        return body.toString();
    }

    /// What was said to each question, in the order they were asked; or why one of them failed.
    Outcome<List<JsonNode>> read(JsonNode answer) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        for (JsonNode part : answer.path("compositeResponse")) {
            if (part.path("httpStatusCode").asInt() != 200) {
                return new Outcome.Failed<>(SalesforceError.words(part.path("body")));
            }
            byName.put(part.path("referenceId").asText(), part.path("body"));
        }
        return byName.keySet().containsAll(paths.keySet())
                ? new Outcome.Said<>(paths.keySet().stream().map(byName::get).toList())
                : new Outcome.Failed<>("not one answer for each question");
    }
}
