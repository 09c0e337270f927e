package io.turnout.simulator.schema;

import java.util.List;

/// A *no* in Salesforce's words. Thrown for one row it becomes that row's `statusCode`; thrown for
/// the request as a whole it becomes the body with `errorCode` and the HTTP status.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient List<String> fields;
    private final boolean whole;

    private Refusal(int status, String code, String message, List<String> fields, boolean whole) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
        this.whole = whole;
    }

    /// Refuses one row; its neighbours in the same call go on.
    public static Refusal row(String code, String message, String... fields) {
        return new Refusal(400, code, message, List.of(fields), false);
    }

    /// Refuses the request: nothing of it is done.
    public static Refusal request(int status, String code, String message) {
        return new Refusal(status, code, message, List.of(), true);
    }

    /// Refuses one row for fields its writer may not write.
    public static Refusal unwritable(String... fields) {
        return row(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                ("Unable to create/update fields: %s. Please check the security settings of this"
                                + " field and verify that it is read/write for your profile or"
                                + " permission set.")
                        .formatted(String.join(", ", fields)),
                fields);
    }

    /// The resource is unknown: 404 with Salesforce's own sentence.
    public static Refusal unknown() {
        return request(404, "NOT_FOUND", "The requested resource does not exist");
    }

    /// The same refusal under another HTTP status, as the calls for one row answer it.
    public Refusal as(int otherStatus) {
        return new Refusal(otherStatus, code, message(), fields, whole);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public List<String> fields() {
        return fields;
    }

    public boolean whole() {
        return whole;
    }
}
