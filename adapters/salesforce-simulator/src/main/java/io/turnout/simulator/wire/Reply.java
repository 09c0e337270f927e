package io.turnout.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/// An answer before it goes out: whole, or written as it goes when it may be large.
public record Reply(int status, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json;charset=UTF-8";
    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String TYPE = "Content-Type";

    /// What follows the headers.
    public sealed interface Body {
        record Whole(String text) implements Body {}

        record Stream(Writing writing) implements Body {}

        /// No answer at all: the socket is closed under the caller.
        record Cut() implements Body {}
    }

    /// Writes a body while it is being made.
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode node) {
        return new Reply(status, Map.of(TYPE, JSON), new Body.Whole(node.toString()));
    }

    public static Reply text(int status, String type, String text) {
        return new Reply(status, Map.of(TYPE, type), new Body.Whole(text));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new Body.Whole(""));
    }

    public static Reply stream(String type, Writing writing) {
        return new Reply(200, Map.of(TYPE, type), new Body.Stream(writing));
    }

    public static Reply cut() {
        return new Reply(0, Map.of(), new Body.Cut());
    }

    /// The body of an answer that is whole; nothing otherwise.
    public String text() {
        return body instanceof Body.Whole(String text) ? text : "";
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
