package io.turnout.adapters.heroku;

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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Cloudinary, which Heroku has as an add-on. A ticket is a form whose fields are signed. It takes
/// one for an hour, so its time is put back, and cuts pictures to any size by their address. It
/// knows no hash of what it is sent: the name it is sent under says it, and nothing is
/// written over.
public final class CloudinaryMediaStorage implements MediaStorage {
    private static final Duration TICKET = Duration.ofMinutes(15);
    private static final Duration TAKEN = Duration.ofHours(1);
    private static final Duration ENOUGH = Duration.ofMinutes(10);

    private final Account account;
    private final InstantSource clock;
    private final HttpClient client;

    /// Whose pictures these are.
    ///
    /// @param api where it is asked
    /// @param network where everybody sees them
    /// @param timeout for one call; none is repeated
    public record Account(
            URI api, URI network, String cloud, String key, String secret, Duration timeout) {
        /// The secret is one.
        @Override
        public String toString() {
            return "Account[" + cloud + "]";
        }
    }

    public CloudinaryMediaStorage(Account account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(account.timeout()).build();
    }

    private URI at(String path) {
        return account.api().resolve("/v1_1/" + account.cloud() + "/" + path);
    }

    @Override
    public Answer<UploadTicket> uploadTicket(Upload upload) {
        if (upload.variant().isPresent()) {
            return Answer.failed(new Failure.Refused("Cloudinary makes variants by itself"));
        }
        Instant now = clock.instant();
        Map<String, String> fields = new TreeMap<>();
        fields.put("allowed_formats", upload.ref().type().extension());
        fields.put("overwrite", "false");
        fields.put("public_id", upload.ref().path());
        Instant back = now.minus(TAKEN).plus(TICKET);
        return new Answer.Done<>(
                new UploadTicket(
                        "POST",
                        at("image/upload"),
                        Map.of(),
                        signed(fields, back),
                        now.plus(TICKET)));
    }

    /// By all fields in the order of their names, and the secret.
    private Map<String, String> signed(Map<String, String> fields, Instant time) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("timestamp", Long.toString(time.getEpochSecond()));
        String text =
                all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        all.put("signature", hash(text + account.secret()));
        all.put("signature_algorithm", "sha256");
        all.put("api_key", account.key());
        return all;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    @Override
    public URI publicUrl(MediaRef ref, Optional<Variant> variant) {
        String size =
                variant.map(one -> "c_fill,w_" + one.width() + ",h_" + one.height() + "/")
                        .orElse("");
        return account.network()
                .resolve(
                        "/"
                                + account.cloud()
                                + "/image/upload/"
                                + size
                                + "v1/"
                                + ref.path()
                                + "."
                                + ref.type().extension());
    }

    /// With its variants, and from the network's memory too.
    @Override
    public Answer<MediaRef> delete(MediaRef ref) {
        Map<String, String> fields =
                signed(Map.of("invalidate", "true", "public_id", ref.path()), clock.instant());
        String form =
                fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return asked(
                        HttpRequest.newBuilder(at("image/destroy"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                .map(_ -> ref);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A call deletes a thousand, and says when there are more.
    @Override
    public Answer<OrgId> deleteAll(OrgId org) {
        String prefix = encoded("org/" + org.value() + "/");
        String login = account.key() + ":" + account.secret();
        HttpRequest.Builder call =
                HttpRequest.newBuilder(
                                at("resources/image/upload?invalidate=true&prefix=" + prefix))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        login.getBytes(StandardCharsets.UTF_8)))
                        .DELETE();
        Instant end = clock.instant().plus(ENOUGH);
        Answer<String> answer = asked(call);
        while (answer instanceof Answer.Done<String>(var body)
                && body.replace(" ", "").contains("\"partial\":true")
                && clock.instant().isBefore(end)) {
            answer = asked(call);
        }
        return answer.map(_ -> org);
    }

    private Answer<String> asked(HttpRequest.Builder call) {
        try {
            var answer =
                    client.send(call.timeout(account.timeout()).build(), BodyHandlers.ofString());
            int status = answer.statusCode();
            return switch (status) {
                case 200 -> new Answer.Done<>(answer.body());
                case 401, 403 -> Answer.failed(new Failure.Denied("Cloudinary: " + status));
                case 404 -> Answer.failed(new Failure.Unknown("Cloudinary: " + account.cloud()));
                case 420, 429 -> Answer.failed(new Failure.Throttled(TICKET));
                case 500, 502, 503, 504 ->
                        Answer.failed(new Failure.Unreachable("Cloudinary: " + status));
                default -> Answer.failed(new Failure.Refused("Cloudinary: " + status));
            };
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(String.valueOf(away.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.failed(new Failure.Unreachable("stopped"));
        }
    }
}
