package io.turnout.adapters.machine;

import io.turnout.application.media.MediaStorage;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// A folder behind nginx, by the settings in `config/balancer/media.conf`. A ticket is a PUT to one
/// address, of one kind and length, sealed as nginx can check it (`secure_link`: MD5 over these and
/// a secret that both know). It knows no hash of what it is sent: the name says it, and nothing is
/// written over. Smaller ones are made by whoever brings a picture, and lie beside it.
public final class NginxMediaStorage implements MediaStorage {
    private static final Duration TICKET = Duration.ofMinutes(15);
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final Place place;
    private final InstantSource clock;
    private final HttpClient client;

    /// Where it listens, what we share with it, and how long a call to it may take.
    public record Place(URI url, String secret, Duration timeout) {
        /// The secret is one.
        @Override
        public String toString() {
            return "Place[" + url + "]";
        }
    }

    public NginxMediaStorage(Place place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(place.timeout()).build();
    }

    @Override
    public Answer<UploadTicket> uploadTicket(Upload upload) {
        Instant until = clock.instant().plus(TICKET);
        String type = upload.ref().type().contentType();
        String path = "/" + upload.ref().file(upload.variant());
        return new Answer.Done<>(
                new UploadTicket(
                        "PUT",
                        sealed(until, "PUT", path, type + " " + upload.bytes()),
                        Map.of(
                                "Content-Type",
                                type,
                                "Content-Length",
                                Long.toString(upload.bytes())),
                        Map.of(),
                        until));
    }

    private URI sealed(Instant until, String method, String path, String content) {
        long seconds = until.getEpochSecond();
        String text =
                String.join(" ", Long.toString(seconds), method, path, content, place.secret());
        return place.url().resolve(path + "?until=" + seconds + "&seal=" + hash(text));
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no MD5", e);
        }
    }

    @Override
    public URI publicUrl(MediaRef ref, Optional<Variant> variant) {
        return place.url().resolve("/" + ref.file(variant));
    }

    @Override
    public Answer<MediaRef> delete(MediaRef ref) {
        return deleted("/" + ref.path() + "/").map(_ -> ref);
    }

    @Override
    public Answer<OrgId> deleteAll(OrgId org) {
        return deleted("/org/" + org.value() + "/").map(_ -> org);
    }

    private Answer<Integer> deleted(String folder) {
        URI url = sealed(clock.instant().plus(AT_ONCE), "DELETE", folder, " ");
        HttpRequest call =
                HttpRequest.newBuilder(url)
                        .timeout(place.timeout())
                        .header("Depth", "infinity")
                        .DELETE()
                        .build();
        try {
            int status = client.send(call, BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case 204, 404 -> new Answer.Done<>(status);
                case 403, 410 -> Answer.failed(new Failure.Denied("nginx: " + status));
                case 500, 502, 503, 504 ->
                        Answer.failed(new Failure.Unreachable("nginx: " + status));
                default -> Answer.failed(new Failure.Refused("nginx: " + status));
            };
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(String.valueOf(away.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.failed(new Failure.Unreachable("stopped"));
        }
    }
}
