package io.turnout.adapters.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What caches between us and visitors may do, so that a flood of readers reaches us about once a
/// second for each address: `PUBLIC` is for what looks the same to everybody and holds nothing of
/// anybody. Everything else says `no-store`.
public final class Edge {
    /// Fresh for a second; for some seconds more, the old one is given while a new one is fetched,
    /// and for a minute when we do not answer. What is shown decides nothing: seats are counted
    /// when somebody registers.
    public static final String PUBLIC =
            "public, max-age=1, s-maxage=1, stale-while-revalidate=5, stale-if-error=60";

    private Edge() {}

    /// `answer`, or only word that it is still what the asker has.
    ///
    /// @param tags the If-None-Match of the request; nothing here is changed, so If-Match has no
    ///     meaning
    public static Response answer(
            EntityTag tag, @Nullable String tags, Supplier<Response.ResponseBuilder> answer) {
        boolean known = tags != null && EventTags.match(tags, tag);
        Response.ResponseBuilder builder = known ? Response.notModified() : answer.get();
        return builder.tag(tag).header(HttpHeaders.CACHE_CONTROL, PUBLIC).build();
    }
}
