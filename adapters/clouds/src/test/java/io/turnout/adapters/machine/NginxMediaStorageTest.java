package io.turnout.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.media.MediaStorage;
import io.turnout.application.media.MediaStorageContract;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxMediaStorageTest extends MediaStorageContract {
    private static final byte[] LOGO = "a logo".getBytes(StandardCharsets.UTF_8);
    private static final Variant SMALL = new Variant(400, 300);

    @TempDir private Path folder;
    private Nginx nginx;
    private String secret = Nginx.SECRET;

    @BeforeEach
    void open() throws IOException {
        nginx = Nginx.start(folder);
    }

    @AfterEach
    void close() {
        nginx.close();
    }

    private MediaStorage media(InstantSource clock) {
        return new NginxMediaStorage(
                new NginxMediaStorage.Place(nginx.url(), secret, Duration.ofSeconds(1)), clock);
    }

    @Override
    protected MediaStorage media() {
        return media(InstantSource.system());
    }

    @Override
    protected boolean bring(UploadTicket ticket, MediaRef ref, byte[] content) {
        return status(ticket, "image/png", content) == 201;
    }

    private static int status(UploadTicket ticket, String type, byte[] content) {
        return sent(HttpRequest.newBuilder(ticket.url())
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(content)))
                .statusCode();
    }

    private static HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    protected boolean has(MediaRef ref) {
        return seen(ref, Optional.empty()).statusCode() == 200;
    }

    private HttpResponse<byte[]> seen(MediaRef ref, Optional<Variant> variant) {
        return sent(HttpRequest.newBuilder(media().publicUrl(ref, variant)));
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.DENIED, Fault.UNREACHABLE);
    }

    @Override
    protected void strike(Fault fault) {
        if (fault == Fault.DENIED) {
            secret = "another";
        } else {
            nginx.stop();
        }
    }

    @Override
    protected void heal() {
        secret = Nginx.SECRET;
        nginx.goOn();
    }

    @Test
    void a_ticket_is_for_one_kind_and_length_and_for_a_quarter_of_an_hour() {
        MediaRef ref = ref(org, LOGO);
        Upload upload = Upload.of(ref, LOGO.length);
        UploadTicket ticket = done(media().uploadTicket(upload));
        InstantSource before = () -> Instant.now().minus(Duration.ofMinutes(16));
        URI another = URI.create(ticket.url().toString().replace("whole", "1x1"));

        assertThat(status(ticket, "text/html", LOGO)).isEqualTo(403);
        assertThat(status(ticket, "image/png", new byte[LOGO.length + 1])).isEqualTo(403);
        assertThat(status(done(media(before).uploadTicket(upload)), "image/png", LOGO))
                .isEqualTo(410);
        assertThat(
                        sent(HttpRequest.newBuilder(another)
                                        .header("Content-Type", "image/png")
                                        .PUT(BodyPublishers.ofByteArray(LOGO)))
                                .statusCode())
                .isEqualTo(403);
        assertThat(sent(HttpRequest.newBuilder(ticket.url()).DELETE()).statusCode()).isEqualTo(403);
        assertThat(has(ref)).isFalse();
    }

    @Test
    void it_is_remembered_for_a_year_and_never_written_over() {
        MediaRef ref = ref(org, LOGO);
        UploadTicket ticket = done(media().uploadTicket(Upload.of(ref, LOGO.length)));

        assertThat(bring(ticket, ref, LOGO)).isTrue();
        assertThat(status(ticket, "image/png", "a hoax".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(409);

        var answer = seen(ref, Optional.empty());
        assertThat(answer.body()).isEqualTo(LOGO);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void a_smaller_one_lies_beside_it_and_goes_with_it() {
        MediaRef ref = ref(org, LOGO);
        byte[] small = {1};
        Upload upload = new Upload(ref, Optional.of(SMALL), ref(org, small).sha256(), small.length);

        assertThat(bring(done(media().uploadTicket(upload)), ref, small)).isTrue();
        assertThat(seen(ref, Optional.of(SMALL)).body()).isEqualTo(small);

        assertThat(done(media().delete(ref))).isEqualTo(ref);
        assertThat(seen(ref, Optional.of(SMALL)).statusCode()).isEqualTo(404);
    }
}
