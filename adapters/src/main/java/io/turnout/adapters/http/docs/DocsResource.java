package io.turnout.adapters.http.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/// The description for machines, and a page of it for people that loads nothing from elsewhere.
@Path("/")
public final class DocsResource {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String AN_HOUR = "public, max-age=3600";

    private final Supplier<byte[]> description;

    public DocsResource(Supplier<byte[]> description) {
        this.description = description;
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response description() {
        return answer(description.get());
    }

    @GET
    @Path("docs")
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return answer(file("docs.html"));
    }

    @GET
    @Path("docs/docs.js")
    @Produces("text/javascript")
    public Response script() {
        return answer(file("docs.js"));
    }

    @GET
    @Path("docs/docs.css")
    @Produces("text/css")
    public Response style() {
        return answer(file("docs.css"));
    }

    private static Response answer(byte[] body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, AN_HOUR)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    private static byte[] file(String name) {
        try (InputStream file = DocsResource.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
