package io.turnout.adapters.http.docs;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the parameters look like from outside, where domain types are plain text.
final class Parameters {
    private static final String ORG = "00DTURNOUT0000125A";
    private static final String EVENT = "a01000000000001AAA";
    private static final String ID = "019aab5e-6c00-7000-8000-000000000001";
    private static final String TICKET =
            "AQAAAAAAAAABAAAAAAAABrQAAAGat1aAAAAAAZq8fNwAZm9yLWV4YW1wbGUtb25seQ";
    private static final String LINK = "Zm9yLWV4YW1wbGUtb25seS1mb3ItZXhhbXBsZS1vbmx";
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";
    private static final String FROM = "2026-03-01T00:00:00Z";
    private static final String TO = "2026-04-01T00:00:00Z";
    private static final String RECORD_ID = "[A-Za-z0-9]{15}([A-Z0-5]{3})?";

    private static final Map<String, Parameter> KNOWN =
            Map.ofEntries(
                    known("path org", text("The Salesforce id of the org", RECORD_ID, ORG)),
                    known("path event", text("The Salesforce id of the event", RECORD_ID, EVENT)),
                    known("path id", uuid()),
                    known("path plan", uuid()),
                    known("path proposal", uuid()),
                    known("path freeze", uuid()),
                    known("path relocation", uuid()),
                    known("path number", text("Which wave, from 1", "[0-9]{1,2}", "2")),
                    known("path feature", text("The key of a flag", null, "checkout-v2")),
                    known("query flag", text("Only of this flag", null, "checkout-v2")),
                    known("query stage", text("Only in this stage", null, "running")),
                    known("query state", text("Only in this state", null, "in-review")),
                    known("query owner", text("Only who drafted it", null, "ann")),
                    known("query wave", text("Which wave, from 1", "[0-9]{1,2}", "2")),
                    known("path token", text("The token of the link", TOKEN, LINK)),
                    known("path ticket", text("The ticket of the upload", TOKEN, LINK)),
                    known("path host", text("The name of the host", null, "tickets.acme.example")),
                    known("path flag", text("The key of the flag", "[a-z0-9-]+", "waiting-room")),
                    known(
                            "query revision",
                            text("Which change it is about; the last", "[0-9]+", "42")),
                    known("query org", text("The Salesforce id of the org", RECORD_ID, ORG)),
                    known("query event", text("The Salesforce id of the event", RECORD_ID, EVENT)),
                    known(
                            "header Waiting-Room-Ticket",
                            text("The ticket of a waiting room", "[A-Za-z0-9_-]+", TICKET)),
                    known("query attendee", text("The id of the attendee", null, ID)),
                    known("query after", text("The `next` of the page before", RECORD_ID, ORG)),
                    known("query cursor", text("The `next` of the page before", null, EVENT)),
                    known("query limit", text("How many a page, 1 to 100", "[0-9]{1,4}", "50")),
                    known("query from", text("Not before this instant", null, FROM)),
                    known("query to", text("Before this instant", null, TO)),
                    known("query about", text("Only of this org", RECORD_ID, ORG)),
                    known(
                            "header If-None-Match",
                            text("The ETag of the copy at hand", null, "W/\"1-a\"")),
                    known(
                            "header Idempotency-Key",
                            text("New for each new request", "[!-~]{1,255}", "4f3a-order-17")),
                    known(
                            "header Turnout-First-Row",
                            text("The number of the first row sent, or 1", "[0-9]+", "10001")),
                    known(
                            "header webhook-id",
                            text("New for each new message", "[!-~]{1,256}", "msg_4f3a")),
                    known(
                            "header webhook-timestamp",
                            text("Seconds since 1970, signed too", "[0-9]{1,12}", "1795348800")),
                    known(
                            "header webhook-signature",
                            text(
                                    "`v1,` and the Base64 of the HMAC; several parted by a blank",
                                    null,
                                    "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=")));

    private static final Set<String> OPTIONAL =
            Set.of(
                    "limit",
                    "cursor",
                    "after",
                    "from",
                    "to",
                    "about",
                    "flag",
                    "stage",
                    "state",
                    "owner",
                    "wave",
                    "revision",
                    "If-None-Match",
                    "Turnout-First-Row",
                    "Waiting-Room-Ticket");

    private Parameters() {}

    private static Map.Entry<String, Parameter> known(String where, Parameter parameter) {
        return Map.entry(where, parameter);
    }

    /// The domain's ids, which the reader takes for objects.
    static List<String> domainIds() {
        return List.of(
                "OrgId",
                "EventId",
                "HostName",
                "RegistrationId",
                "HoldId",
                "ErasureId",
                "SecurityContext",
                "SignedBody");
    }

    /// Puts ours in place of what was read; says whether the operation takes a bearer token.
    static boolean complete(Operation operation) {
        List<Parameter> read = operation.getParameters();
        if (read == null) {
            return false;
        }
        boolean signed = read.removeIf(one -> "Authorization".equals(one.getName()));
        read.replaceAll(Parameters::ours);
        return signed;
    }

    private static Parameter ours(Parameter read) {
        Parameter known = KNOWN.get(read.getIn() + " " + read.getName());
        if (known == null) {
            throw new IllegalStateException("no words for the parameter " + read.getName());
        }
        boolean required = read.getIn().equals("path") || !OPTIONAL.contains(read.getName());
        return new Parameter()
                .name(read.getName())
                .in(read.getIn())
                .required(required)
                .description(known.getDescription())
                .schema(known.getSchema())
                .example(known.getExample());
    }

    private static Parameter text(String description, @Nullable String pattern, String example) {
        return new Parameter().description(description).schema(matching(pattern)).example(example);
    }

    private static Parameter uuid() {
        Schema<String> schema = string();
        schema.setFormat("uuid");
        return new Parameter()
                .description("The id it was given when it was made")
                .schema(schema)
                .example(ID);
    }

    private static Schema<String> matching(@Nullable String pattern) {
        Schema<String> schema = string();
        schema.setPattern(pattern);
        return schema;
    }

    private static Schema<String> string() {
        Schema<String> schema = new Schema<>();
        schema.setTypes(Set.of("string"));
        return schema;
    }
}
