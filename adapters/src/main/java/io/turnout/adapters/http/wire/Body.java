package io.turnout.adapters.http.wire;

/// How much of a body is read at all.
public final class Body {
    /// Fifty attendees with every field at its longest fit, and little more.
    public static final int BYTES_MAX = 64 * 1024;

    /// What is kept of a body before it is handed on. The exact limit is checked where the body
    /// is read; this one also counts what each chunk costs, so that many small ones are no way
    /// around it.
    static final long RETAINED_MAX = 2L * BYTES_MAX;

    /// The cost of a chunk beside its bytes.
    static final int CHUNK_COST = 16;

    private Body() {}
}
