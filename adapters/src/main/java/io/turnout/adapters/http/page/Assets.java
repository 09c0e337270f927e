package io.turnout.adapters.http.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// The few files that pages are dressed with. Pages name them with a version, which changes with
/// their content, so browsers may keep them.
@Path("/assets/{name}")
public final class Assets {
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    /// What others made, as their packages have it, with their licences beside it.
    private static final String VENDOR = "vendor/";

    private static final Set<String> OF_OTHERS =
            Set.of("htmx.min.js", "uPlot.iife.min.js", "uPlot.min.css");
    private static final Map<String, String> TYPES =
            Map.of(
                    "turnout.css", CSS,
                    "desk.css", CSS,
                    "uPlot.min.css", CSS,
                    "live.js", SCRIPT,
                    "desk.js", SCRIPT,
                    "htmx.min.js", SCRIPT,
                    "uPlot.iife.min.js", SCRIPT,
                    "mark.svg", "image/svg+xml");
    private static final Map<String, byte[]> FILES = read();

    static final String VERSION = version();

    @GET
    public Response show(@PathParam("name") String name) {
        byte[] file = FILES.get(name);
        if (file == null) {
            throw new NotFoundException();
        }
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, TYPES.get(name))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : TYPES.keySet()) {
            String path = OF_OTHERS.contains(name) ? VENDOR + name : name;
            try (InputStream file = Assets.class.getResourceAsStream(path)) {
                if (file == null) {
                    throw new IllegalStateException("there is no " + name);
                }
                files.put(name, file.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    private static String version() {
        CRC32 sum = new CRC32();
        FILES.values().forEach(sum::update);
        return Long.toHexString(sum.getValue());
    }
}
