package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A field as the org describes it to the user we sign in as: one that this user may not see is
/// not described at all.
record DescribedField(JsonNode json) {
    String name() {
        return json.path("name").asText();
    }

    String type() {
        return json.path("type").asText();
    }

    int length() {
        return json.path("length").asInt();
    }

    /// A flag such as `createable`, by Salesforce's own name for it.
    boolean is(String flag) {
        return json.path(flag).asBoolean();
    }

    /// Whether a record cannot be made without saying something here.
    boolean isRequired() {
        return is("createable") && !is("nillable") && !is("defaultedOnCreate");
    }

    boolean pointsTo(String object) {
        return texts(json.path("referenceTo")).stream().anyMatch(object::equalsIgnoreCase);
    }

    /// Whether it takes this word: a picklist that is not restricted takes any.
    boolean takes(String word) {
        return !is("restrictedPicklist") || words().contains(word);
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        json.path("picklistValues")
                .forEach(
                        one -> {
                            if (one.path("active").asBoolean(true)) {
                                words.add(one.path("value").asText());
                            }
                        });
        return words;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
