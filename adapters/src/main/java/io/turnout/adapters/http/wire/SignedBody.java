package io.turnout.adapters.http.wire;

import java.util.Arrays;

/// A body as it came, for whoever must check its signature before a byte of it is believed. Read
/// it as a form afterwards.
public final class SignedBody implements Form {
    private final byte[] bytes;
    private final WireJson json;

    SignedBody(byte[] bytes, WireJson json) {
        this.bytes = bytes;
        this.json = json;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /// The form in it, read as strictly as any other.
    ///
    /// @throws jakarta.ws.rs.WebApplicationException when it is none, or not valid
    public <T extends Form> T as(Class<T> type) {
        return type.cast(json.form(type, bytes));
    }
}
