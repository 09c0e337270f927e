package io.turnout.adapters.aws;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;

/// Keys of orgs under a key of AWS KMS, which never leaves it. What a wrapped key belongs to is its
/// encryption context: KMS opens it for nobody who says something else, and writes it into its log.
/// A wrapped key starts with its format and the ARN of the master key.
public final class KmsKeyManagement implements KeyManagement {
    private static final byte FORMAT = 3;
    private static final int HEAD = 1 + Short.BYTES;
    private static final int ARN_MAX = 2_048;

    private final KmsClient kms;
    private final String current;
    private final Map<String, Standing> masters = new HashMap<>();

    /// @param current the ARN of the key that wraps
    /// @param next keys that only open, until every instance knows them
    /// @param older keys that only open; what is under them is wrapped anew
    public KmsKeyManagement(KmsClient kms, String current, List<String> next, List<String> older) {
        this.kms = kms;
        this.current = current;
        next.forEach(key -> masters.put(key, Standing.NEXT));
        older.forEach(key -> masters.put(key, Standing.OLDER));
        masters.put(current, Standing.CURRENT);
    }

    private record Parts(String master, SdkBytes closed) {}

    @Override
    public byte[] wrap(Name name, byte[] key) {
        return asked(
                name,
                () ->
                        joined(
                                kms.encrypt(
                                                request ->
                                                        request.keyId(current)
                                                                .plaintext(bytes(key))
                                                                .encryptionContext(context(name)))
                                        .ciphertextBlob()));
    }

    @Override
    public byte[] fresh(Name name) {
        return asked(
                name,
                () ->
                        joined(
                                kms.generateDataKeyWithoutPlaintext(
                                                request ->
                                                        request.keyId(current)
                                                                .keySpec(DataKeySpec.AES_256)
                                                                .encryptionContext(context(name)))
                                        .ciphertextBlob()));
    }

    @Override
    public byte[] unwrap(Name name, byte[] wrapped) {
        Parts parts = known(name, wrapped);
        return asked(
                name,
                () ->
                        kms.decrypt(
                                        request ->
                                                request.keyId(parts.master())
                                                        .ciphertextBlob(parts.closed())
                                                        .encryptionContext(context(name)))
                                .plaintext()
                                .asByteArray());
    }

    /// Inside KMS: the key is shown to nobody, not even to us.
    @Override
    public byte[] rewrap(Name name, byte[] wrapped) {
        Parts parts = known(name, wrapped);
        return asked(
                name,
                () ->
                        joined(
                                kms.reEncrypt(
                                                request ->
                                                        request.sourceKeyId(parts.master())
                                                                .ciphertextBlob(parts.closed())
                                                                .sourceEncryptionContext(
                                                                        context(name))
                                                                .destinationKeyId(current)
                                                                .destinationEncryptionContext(
                                                                        context(name)))
                                        .ciphertextBlob()));
    }

    @Override
    public Master master(byte[] wrapped) {
        String arn = parts(wrapped).master();
        return new Master(
                arn.substring(arn.lastIndexOf('/') + 1),
                masters.getOrDefault(arn, Standing.MISSING));
    }

    private static Map<String, String> context(Name name) {
        return Map.of(
                "org", name.org().value(),
                "purpose", name.purpose().name(),
                "id", Integer.toString(name.id()));
    }

    private byte[] joined(SdkBytes closed) {
        byte[] arn = current.getBytes(StandardCharsets.UTF_8);
        byte[] blob = closed.asByteArray();
        return ByteBuffer.allocate(HEAD + arn.length + blob.length)
                .put(FORMAT)
                .putShort((short) arn.length)
                .put(arn)
                .put(blob)
                .array();
    }

    private Parts known(Name name, byte[] wrapped) {
        Parts parts = parts(wrapped);
        if (!masters.containsKey(parts.master())) {
            throw new IllegalStateException("under no master key here: " + name);
        }
        return parts;
    }

    private static Parts parts(byte[] wrapped) {
        ByteBuffer bytes = ByteBuffer.wrap(wrapped);
        if (bytes.remaining() < HEAD || bytes.get() != FORMAT) {
            return new Parts("", bytes(new byte[0]));
        }
        int length = bytes.getShort();
        if (length < 0 || length > ARN_MAX || length > bytes.remaining()) {
            return new Parts("", bytes(new byte[0]));
        }
        byte[] arn = new byte[length];
        byte[] closed = new byte[bytes.get(arn).remaining()];
        bytes.get(closed);
        return new Parts(new String(arn, StandardCharsets.UTF_8), bytes(closed));
    }

    private static SdkBytes bytes(byte[] content) {
        return SdkBytes.fromByteArray(content);
    }

    /// Away is one thing, no is another: who is away may be waited for.
    private static byte[] asked(Name name, Supplier<byte[]> call) {
        try {
            return call.get();
        } catch (AwsServiceException said) {
            if (said.isThrottlingException() || said.statusCode() / 100 == 5) {
                throw away(said);
            }
            throw new IllegalStateException(Asked.code(said) + ": " + name, said);
        } catch (SdkException away) {
            throw away(away);
        }
    }

    private static UncheckedIOException away(SdkException cause) {
        return new UncheckedIOException(new IOException("KMS does not answer", cause));
    }
}
