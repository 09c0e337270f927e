package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One error as Salesforce words it. The words may repeat what a person typed; the code does not.
record SalesforceError(String code, String message, List<String> fields) {
    static final String UNKNOWN = "UNKNOWN";

    private static final int WORDS_MAX = 300;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_]{1,80}");

    SalesforceError {
        code = CODE.matcher(code).matches() ? code : UNKNOWN;
        fields = List.copyOf(fields);
    }

    /// The errors of a whole request, whose key is `errorCode`.
    static Optional<SalesforceError> ofCall(Reply.Said said) {
        return said.json().map(body -> body.path(0)).flatMap(first -> read(first, "errorCode"));
    }

    /// The first error of a whole request in a line, for whoever looks after the org. A query's
    /// error names fields, not values.
    static String words(JsonNode body) {
        return read(body.path(0), "errorCode")
                .map(error -> error.code() + ": " + error.message())
                .map(words -> words.substring(0, Math.min(words.length(), WORDS_MAX)))
                .orElse("an error that Salesforce did not explain");
    }

    /// The errors of one row of a collection, whose key is `statusCode`.
    static List<SalesforceError> ofRow(JsonNode row) {
        List<SalesforceError> errors = new ArrayList<>();
        row.path("errors").forEach(one -> read(one, "statusCode").ifPresent(errors::add));
        return errors;
    }

    /// The error of a row of a bulk job: `CODE:message:Field__c,Other__c--`.
    static SalesforceError ofBulk(String text) {
        int code = text.indexOf(':');
        int end = text.lastIndexOf(':');
        if (code < 0 || end <= code) {
            return new SalesforceError(UNKNOWN, text, List.of());
        }
        String names = text.substring(end + 1).replace("--", "").strip();
        List<String> fields = names.isEmpty() ? List.of() : List.of(names.split(",", -1));
        return new SalesforceError(text.substring(0, code), text.substring(code + 1, end), fields);
    }

    /// The refusal of a login, which follows OAuth.
    static Optional<SalesforceError> ofLogin(Reply.Said said) {
        return said.json()
                .filter(body -> body.path("error").isTextual())
                .map(
                        body ->
                                new SalesforceError(
                                        body.path("error").asText(),
                                        body.path("error_description").asText(),
                                        List.of()));
    }

    private static Optional<SalesforceError> read(JsonNode error, String codeKey) {
        if (!error.path(codeKey).isTextual()) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        error.path("fields").forEach(field -> fields.add(field.asText()));
        String code = error.path(codeKey).asText();
        return Optional.of(new SalesforceError(code, error.path("message").asText(), fields));
    }

    @Override
    public String toString() {
        return "SalesforceError[" + code + ", " + fields + "]";
    }
}
