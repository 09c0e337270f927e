package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.MediaType;
import io.turnout.domain.media.Upload;
import io.turnout.domain.media.Variant;
import io.turnout.domain.org.OrgId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which picture an org wants to bring.
///
/// @param sha256 of the picture, which is its name
/// @param bytes of what is brought: the picture, or the smaller one
/// @param size of a smaller one of it; the picture itself where nothing is said
public record MediaForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = MediaForm.HASH, message = MediaForm.NO_HASH)
                String sha256,
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = MediaForm.TYPES,
                        message = "is image/png, image/jpeg or image/webp")
                String type,
        @NotNull(message = "is missing")
                @Min(value = 1, message = "is 1 to 10485760")
                @Max(value = Upload.BYTES_MAX, message = "is 1 to 10485760")
                Long bytes,
        @Valid @Nullable Size size)
        implements Form {
    static final String HASH = "[0-9a-f]{64}";
    static final String NO_HASH = "is a SHA-256 in 64 hexadecimal digits, small letters";
    static final String TYPES = "image/(png|jpeg|webp)";

    /// A smaller one, cut where the picture comes from; its hash is its own.
    public record Size(
            @NotNull(message = "is missing")
                    @Min(value = 1, message = "is 1 to 4096")
                    @Max(value = 4_096, message = "is 1 to 4096")
                    Integer width,
            @NotNull(message = "is missing")
                    @Min(value = 1, message = "is 1 to 4096")
                    @Max(value = 4_096, message = "is 1 to 4096")
                    Integer height,
            @NotNull(message = "is missing") @Pattern(regexp = HASH, message = NO_HASH)
                    String sha256) {}

    Upload toUpload(OrgId org) {
        MediaRef ref = new MediaRef(org, sha256, type(type));
        return size == null
                ? Upload.of(ref, bytes)
                : new Upload(
                        ref,
                        Optional.of(new Variant(size.width(), size.height())),
                        size.sha256(),
                        bytes);
    }

    static MediaType type(String name) {
        return Arrays.stream(MediaType.values())
                .filter(one -> one.contentType().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
