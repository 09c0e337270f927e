package io.turnout.simulator.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Reads a request whole, asks the door it came to, and writes the answer.
final class DoorHandler extends Handler.Abstract {
    /// Bulk uploads may have 150 MB; nothing may have more.
    private static final int BODY_BYTES_MAX = 150 * 1024 * 1024;

    private static final int WORTH_PACKING = 2_048;

    private final Map<Connector, Door> doors;

    DoorHandler(Map<Connector, Door> doors) {
        this.doors = doors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Door door = doors.get(request.getConnectionMetaData().getConnector());
        if (door == null) {
            return false;
        }
        Map<String, String> headers = headers(request.getHeaders());
        byte[] body;
        try {
            body = body(request, headers);
        } catch (ZipException e) {
            send(response, Reply.text(400, "text/plain", "not gzip"), callback, false);
            return true;
        }
        if (body.length > BODY_BYTES_MAX) {
            send(response, Reply.text(413, "text/plain", "body too large"), callback, false);
            return true;
        }
        Reply reply = door.answer(new Exchange(line(request), headers, body));
        if (reply.body() instanceof Reply.Body.Cut) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IOException("cut by a fault"));
            return true;
        }
        boolean packed = headers.getOrDefault("accept-encoding", "").contains("gzip");
        send(response, reply, callback, packed);
        return true;
    }

    private static Exchange.Line line(Request request) {
        String host = Request.getServerName(request) + ":" + Request.getServerPort(request);
        String query = request.getHttpURI().getQuery();
        return new Exchange.Line(
                request.getMethod(),
                request.getHttpURI().getPath(),
                query == null ? "" : query,
                URI.create(request.getHttpURI().getScheme() + "://" + host));
    }

    private static Map<String, String> headers(HttpFields fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        fields.forEach(field -> headers.put(field.getLowerCaseName(), field.getValue()));
        return headers;
    }

    private static byte[] body(Request request, Map<String, String> headers) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] sent = in.readNBytes(BODY_BYTES_MAX + 1);
            if (!headers.getOrDefault("content-encoding", "").contains("gzip")) {
                return sent;
            }
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
                return unpacked.readNBytes(BODY_BYTES_MAX + 1);
            }
        }
    }

    private static void send(Response response, Reply reply, Callback callback, boolean packed)
            throws IOException {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        switch (reply.body()) {
            case Reply.Body.Whole(String text) -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                boolean pack = packed && bytes.length > WORTH_PACKING;
                byte[] out = pack ? pack(bytes) : bytes;
                if (pack) {
                    response.getHeaders().put("Content-Encoding", "gzip");
                }
                if (out.length > 0) {
                    response.getHeaders().put("Content-Length", out.length);
                }
                response.write(true, ByteBuffer.wrap(out), callback);
            }
            case Reply.Body.Stream(Reply.Writing writing) -> {
                try (OutputStream out = Content.Sink.asOutputStream(response)) {
                    writing.to(out);
                }
                callback.succeeded();
            }
            case Reply.Body.Cut() -> callback.failed(new IOException("cut by a fault"));
        }
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
