package io.turnout.adapters.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/// One request, one reply. The client brings its own time limits and pool; what must never depend
/// on a setting is here: no redirect is followed, since it would carry the token elsewhere; no
/// answer is read without end, neither in size nor in time.
final class SalesforceHttp {
    static final int BODY_MAX = 8 * 1024 * 1024;
    static final Duration BODY_TIME_MAX = Duration.ofSeconds(60);

    private static final int CHUNK = 8 * 1024;

    private final HttpClient client;
    private final InstantSource clock;

    SalesforceHttp(HttpClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    Reply send(HttpUriRequestBase request) {
        request.setConfig(RequestConfig.copy(limits()).setRedirectsEnabled(false).build());
        if (!request.containsHeader("Accept")) {
            request.setHeader("Accept", "application/json");
        }
        try {
            return client.execute(request, this::said);
        } catch (IOException away) {
            return new Reply.Silent(away.getClass().getSimpleName());
        }
    }

    private RequestConfig limits() {
        return client instanceof Configurable configured && configured.getConfig() != null
                ? configured.getConfig()
                : RequestConfig.DEFAULT;
    }

    private Reply said(ClassicHttpResponse response) throws IOException {
        Optional<String> limits =
                Optional.ofNullable(response.getFirstHeader("Sforce-Limit-Info"))
                        .map(Header::getValue);
        return new Reply.Said(response.getCode(), limits, body(response.getEntity()));
    }

    private String body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        Instant end = clock.instant().plus(BODY_TIME_MAX);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = entity.getContent()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                body.write(chunk, 0, read);
                if (body.size() > BODY_MAX) {
                    throw new EndlessAnswer("more than " + BODY_MAX + " bytes");
                }
                if (clock.instant().isAfter(end)) {
                    throw new EndlessAnswer("longer than " + BODY_TIME_MAX);
                }
            }
        }
        return body.toString(UTF_8);
    }

    /// Closes the connection, where the rest would otherwise be read only to be dropped.
    private static final class EndlessAnswer extends IOException {
        private static final long serialVersionUID = 1;

        EndlessAnswer(String why) {
            super(why);
        }
    }
}
