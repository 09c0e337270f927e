package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.media.MediaStorage;
import io.turnout.application.media.MediaStorageContract;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudinaryMediaStorageTest extends MediaStorageContract {
    private static final byte[] LOGO = "a logo".getBytes(StandardCharsets.UTF_8);

    private final CloudinaryFake cloudinary = new CloudinaryFake();

    @AfterEach
    void close() {
        cloudinary.close();
    }

    private MediaStorage media(InstantSource clock) {
        return new CloudinaryMediaStorage(
                new CloudinaryMediaStorage.Account(
                        cloudinary.url(),
                        URI.create("https://res.cloudinary.com"),
                        CloudinaryFake.CLOUD,
                        CloudinaryFake.KEY,
                        CloudinaryFake.SECRET,
                        Duration.ofSeconds(1)),
                clock);
    }

    @Override
    protected MediaStorage media() {
        return media(InstantSource.system());
    }

    @Override
    protected boolean bring(UploadTicket ticket, MediaRef ref, byte[] content) {
        return status(ticket, ticket.fields()) == 200;
    }

    private static int status(UploadTicket ticket, Map<String, String> fields) {
        String form =
                fields.entrySet().stream()
                        .map(
                                one ->
                                        one.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(ticket.url())
                                    .POST(BodyPublishers.ofString(form + "&file=a"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    protected boolean has(MediaRef ref) {
        return cloudinary.stored.contains(ref.path());
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        cloudinary.fault = fault;
    }

    @Override
    protected void heal() {
        cloudinary.fault = null;
    }

    @Test
    void a_ticket_is_for_one_name_and_for_a_quarter_of_an_hour() {
        Upload upload = Upload.of(ref(org, LOGO), LOGO.length);
        UploadTicket ticket = done(media().uploadTicket(upload));
        Map<String, String> other = new HashMap<>(ticket.fields());
        other.put("public_id", "org/another/logo");
        InstantSource before = () -> Instant.now().minus(Duration.ofMinutes(16));
        UploadTicket late = done(media(before).uploadTicket(upload));

        assertThat(status(ticket, other)).isEqualTo(401);
        assertThat(status(late, late.fields())).isEqualTo(401);
        assertThat(status(ticket, ticket.fields())).isEqualTo(200);
    }

    @Test
    void sizes_are_made_by_their_address_and_not_brought() {
        MediaRef ref = ref(org, LOGO);
        Variant small = new Variant(400, 300);

        assertThat(media().publicUrl(ref, Optional.of(small)))
                .isEqualTo(
                        URI.create(
                                "https://res.cloudinary.com/turnout/image/upload/"
                                        + "c_fill,w_400,h_300/v1/"
                                        + ref.path()
                                        + ".png"));
        assertFailed(
                media().uploadTicket(new Upload(ref, Optional.of(small), ref.sha256(), 1)),
                Failure.Refused.class);
    }
}
