package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.media.MediaStorage;
import io.turnout.application.media.MediaStorageContract;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@NeedsMoto
class S3MediaStorageTest extends MediaStorageContract {
    private static final Set<String> THE_CLIENTS = Set.of("content-length", "host");
    private static final byte[] LOGO = "a logo".getBytes(StandardCharsets.UTF_8);

    private final String bucket = AwsTrial.fresh();
    private final S3Client s3 = AwsTrial.place().client(S3Client.builder().forcePathStyle(true));
    private final MediaStorage media = in(bucket);
    private boolean unknown;

    private MediaStorage in(String where) {
        return new S3MediaStorage(
                s3, AwsTrial.place().presigner(), where, URI.create("https://cdn.example"));
    }

    @BeforeEach
    void make() {
        var _ =
                s3.createBucket(
                        one ->
                                one.bucket(bucket)
                                        .createBucketConfiguration(
                                                place -> place.locationConstraint(Moto.REGION)));
    }

    @Override
    protected MediaStorage media() {
        return unknown ? in("no-such-bucket") : media;
    }

    @Override
    protected boolean bring(UploadTicket ticket, MediaRef ref, byte[] content) {
        return status(ticket, ticket.headers(), content) == 200;
    }

    private static int status(UploadTicket ticket, Map<String, String> headers, byte[] content) {
        HttpRequest.Builder put =
                HttpRequest.newBuilder(ticket.url()).PUT(BodyPublishers.ofByteArray(content));
        headers.forEach(
                (name, value) -> {
                    if (!THE_CLIENTS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        put.header(name, value);
                    }
                });
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(put.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    protected boolean has(MediaRef ref) {
        return !s3.listObjectsV2(one -> one.bucket(bucket).prefix(ref.path() + "/"))
                .contents()
                .isEmpty();
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        unknown = fault == Fault.UNKNOWN;
        if (!unknown) {
            Moto.proxy().strike(fault);
        }
    }

    @Override
    protected void heal() {
        unknown = false;
        Moto.proxy().heal();
    }

    @Test
    void a_ticket_is_for_one_content_of_one_kind_remembered_for_a_year() {
        MediaRef ref = ref(org, LOGO);
        UploadTicket ticket = done(media.uploadTicket(Upload.of(ref, LOGO.length)));
        Map<String, String> other = new HashMap<>(ticket.headers());
        other.replaceAll((name, value) -> value.equals("image/png") ? "text/html" : value);
        assertThat(status(ticket, other, LOGO)).isEqualTo(403);
        assertThat(has(ref)).isFalse();

        assertThat(bring(ticket, ref, LOGO)).isTrue();

        var kept = s3.headObject(one -> one.bucket(bucket).key(ref.path() + "/whole.png"));
        assertThat(kept.cacheControl()).isEqualTo("public,max-age=31536000,immutable");
        assertThat(kept.contentType()).isEqualTo("image/png");
        assertThat(ticket.headers().keySet())
                .anySatisfy(name -> assertThat(name).isEqualToIgnoringCase("x-amz-checksum-sha256"))
                .anySatisfy(name -> assertThat(name).isEqualToIgnoringCase("content-length"));
    }
}
