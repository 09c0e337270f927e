package io.turnout.adapters.peer;

import io.turnout.application.relocation.StackPeer;
import io.turnout.domain.relocation.StackName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/// Another stack, asked over HTTP. It is told whom the visitor asked, since a host may be an org's.
public final class HttpStackPeer implements StackPeer {
    private static final int BODY_MAX = 8 << 20;

    private final StackName stack;
    private final HttpHost there;
    private final HttpClient client;

    /// @param url where its instances are reached, without a path
    /// @param client see `PeerClient`
    public HttpStackPeer(StackName stack, URI url, HttpClient client) {
        this.stack = stack;
        this.there = HttpHost.create(url);
        this.client = client;
    }

    @Override
    public StackName stack() {
        return stack;
    }

    @Override
    public Reply send(Message message) {
        BasicClassicHttpRequest request = request(message);
        if (message.body().length > 0) {
            // The header says already of which type it is, to the letter.
            request.setEntity(new ByteArrayEntity(message.body(), null));
        }
        try {
            return client.execute(there, request, HttpStackPeer::answered);
        } catch (IOException broken) {
            return unanswered(broken);
        }
    }

    @Override
    public Optional<Reply> stream(Message head, Body body, Receiver receiver) {
        BasicClassicHttpRequest request = request(head);
        if (body.length() != 0) {
            request.setEntity(new InputStreamEntity(body.bytes(), body.length(), null));
        }
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(PeerClient.STREAMED);
        AtomicBoolean answered = new AtomicBoolean();
        try {
            return client.execute(
                    there,
                    request,
                    context,
                    answer -> {
                        answered.set(true);
                        receiver.answered(answer.getCode(), headers(answer), content(answer));
                        return Optional.empty();
                    });
        } catch (IOException broken) {
            if (answered.get()) {
                throw new UncheckedIOException(broken);
            }
            return Optional.of(unanswered(broken));
        }
    }

    private static Reply unanswered(IOException broken) {
        return switch (broken) {
            case ConnectException _,
                    ConnectTimeoutException _,
                    ConnectionRequestTimeoutException _,
                    NoRouteToHostException _,
                    UnknownHostException _ ->
                    new Reply.NotReached();
            default -> new Reply.Unknown();
        };
    }

    private static BasicClassicHttpRequest request(Message message) {
        BasicClassicHttpRequest request =
                new BasicClassicHttpRequest(message.method(), message.path());
        message.headers()
                .forEach((name, values) -> values.forEach(one -> request.addHeader(name, one)));
        request.setAuthority(authority(message.host()));
        return request;
    }

    private static URIAuthority authority(String host) {
        try {
            return URIAuthority.create(host);
        } catch (URISyntaxException wrong) {
            throw new UncheckedIOException(new IOException("no host"));
        }
    }

    private static Reply answered(ClassicHttpResponse response) throws IOException {
        byte[] body = content(response).readNBytes(BODY_MAX + 1);
        if (body.length > BODY_MAX) {
            throw new IOException("an answer without end");
        }
        return new Reply.Answered(response.getCode(), headers(response), body);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                    .add(header.getValue());
        }
        return headers;
    }

    private static InputStream content(ClassicHttpResponse response) throws IOException {
        return response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
    }
}
