package io.turnout.adapters.http.problem;

import java.util.Locale;

/// Every *no* of the house that a caller can act on. The slug is part of the contract: it is never
/// renamed, and a new kind of *no* gets a new one. What is not here is a bug or plain HTTP.
public enum ProblemType {
    MALFORMED(400, "The request cannot be read"),
    IDEMPOTENCY_KEY_MISSING(400, "The request needs an Idempotency-Key"),
    SIGNATURE_INVALID(401, "The signature does not fit"),
    CLOCK_SKEW(401, "The request was signed too long ago or too far ahead"),
    UNAUTHENTICATED(401, "Say who you are"),
    FORBIDDEN(403, "This is not yours to do"),
    LICENSE_INACTIVE(403, "This organisation may not hold live events now"),
    CSRF(403, "The request came from another site"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "The answer is application/json"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    SOLD_OUT(409, "Too few seats are left"),
    REQUEST_IN_PROGRESS(409, "The same request is being worked on"),
    LINK_USED(409, "Somebody has registered through this link"),
    UPLOAD_FINISHED(409, "All of it was brought before"),
    NOTHING_OFFERED(409, "No seats are offered to it now"),
    VERSION_CONFLICT(409, "It changed meanwhile"),
    EVENT_CLOSED(410, "Registration is closed"),
    ERASED(410, "It was erased"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type that is taken here"),
    MISDIRECTED(421, "This host serves nothing here"),
    INVALID(422, "Some of it is not valid"),
    IDEMPOTENCY_KEY_REUSE(422, "The Idempotency-Key belongs to another request"),
    CONFIG_REJECTED(422, "The settings were not accepted"),
    RATE_LIMITED(429, "Too many requests", 1),
    WAITING_ROOM(429, "Please wait your turn", 5),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    OVERLOADED(503, "Too much is going on", 1),
    STORAGE_UNAVAILABLE(503, "The storage does not answer", 2),
    OUTCOME_UNKNOWN(503, "Nobody knows yet: ask again with the same key", 1),
    RELOCATING(503, "This organisation is moving", 1);

    /// With it an answer says that nothing was kept since the org is not written here now: the door
    /// may ask the stack that is its home then. No visitor sees it.
    public static final String MOVING_HEADER = "Org-Moving";

    private final int status;
    private final String title;
    private final int pauseSeconds;
    private final String uri;

    ProblemType(int status, String title) {
        this(status, title, 0);
    }

    ProblemType(int status, String title, int pauseSeconds) {
        this.status = status;
        this.title = title;
        this.pauseSeconds = pauseSeconds;
        this.uri = "urn:turnout:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String uri() {
        return uri;
    }

    /// Whether the same request may succeed later without being changed.
    public boolean retryable() {
        return pauseSeconds > 0;
    }

    /// How long to wait. It differs from caller to caller, so that those who were turned away
    /// together do not come back together.
    public int pauseSeconds(String correlation) {
        return pauseSeconds + Math.floorMod(correlation.hashCode(), pauseSeconds + 1);
    }
}
