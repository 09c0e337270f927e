package io.turnout.adapters.aws;

import io.turnout.application.media.MediaStorage;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.UploadTicket;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// A bucket that nobody reads but CloudFront. A ticket is a signed PUT of exactly this content, by
/// its hash, its length and how long it may be remembered. Smaller ones are made by whoever brings
/// a picture, and lie beside it. Nothing is ever written over, so no cache is ever told to forget.
public final class S3MediaStorage implements MediaStorage {
    private static final Duration TICKET = Duration.ofMinutes(15);
    private static final String FOR_EVER = "public,max-age=31536000,immutable";

    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;
    private final URI network;

    /// @param network where CloudFront shows the bucket
    public S3MediaStorage(S3Client s3, S3Presigner presigner, String bucket, URI network) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
        this.network = network;
    }

    @Override
    public Answer<UploadTicket> uploadTicket(Upload upload) {
        return Asked.of(
                        () ->
                                presigner.presignPutObject(
                                        ticket ->
                                                ticket.signatureDuration(TICKET)
                                                        .putObjectRequest(put(upload))))
                .map(S3MediaStorage::ticket);
    }

    private PutObjectRequest put(Upload upload) {
        byte[] hash = HexFormat.of().parseHex(upload.sha256());
        return PutObjectRequest.builder()
                .bucket(bucket)
                .key(upload.ref().file(upload.variant()))
                .contentType(upload.ref().type().contentType())
                .contentLength(upload.bytes())
                .cacheControl(FOR_EVER)
                .checksumSHA256(Base64.getEncoder().encodeToString(hash))
                .build();
    }

    private static UploadTicket ticket(PresignedPutObjectRequest signed) {
        Map<String, String> headers = new HashMap<>();
        signed.signedHeaders().forEach((name, all) -> headers.put(name, String.join(",", all)));
        headers.remove("host");
        return new UploadTicket(
                "PUT", URI.create(signed.url().toString()), headers, Map.of(), signed.expiration());
    }

    @Override
    public URI publicUrl(MediaRef ref, Optional<Variant> variant) {
        return network.resolve("/" + ref.file(variant));
    }

    @Override
    public Answer<MediaRef> delete(MediaRef ref) {
        return Asked.of(() -> deleted(ref.path() + "/")).map(_ -> ref);
    }

    @Override
    public Answer<OrgId> deleteAll(OrgId org) {
        return Asked.of(() -> deleted("org/" + org.value() + "/")).map(_ -> org);
    }

    /// Page by page; how many.
    private int deleted(String prefix) {
        int count = 0;
        for (var page : s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))) {
            List<ObjectIdentifier> keys =
                    page.contents().stream()
                            .map(one -> ObjectIdentifier.builder().key(one.key()).build())
                            .toList();
            if (!keys.isEmpty()) {
                var _ =
                        s3.deleteObjects(
                                all ->
                                        all.bucket(bucket)
                                                .delete(Delete.builder().objects(keys).build()));
            }
            count += keys.size();
        }
        return count;
    }
}
