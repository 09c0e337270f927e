package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.org.OrgId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// Which picture is to go. A signature says nothing of the path it is sent to, so its name stands
/// in what is signed.
public record MediaDeletionForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = MediaForm.HASH, message = MediaForm.NO_HASH)
                String sha256,
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = MediaForm.TYPES,
                        message = "is image/png, image/jpeg or image/webp")
                String type)
        implements Form {
    MediaRef toRef(OrgId org) {
        return new MediaRef(org, sha256, MediaForm.type(type));
    }
}
