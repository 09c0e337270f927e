package io.turnout.domain.media;

import io.turnout.domain.org.OrgId;
import java.util.Optional;
import java.util.regex.Pattern;

/// A picture of an org, named by its content: another content is another picture, so what was seen
/// once may be remembered for ever.
///
/// @param sha256 in hexadecimal
public record MediaRef(OrgId org, String sha256, MediaType type) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public MediaRef {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("no SHA-256 in hexadecimal");
        }
    }

    /// Where it lies, without what its file is called by.
    public String path() {
        return "org/" + org.value() + "/" + sha256;
    }

    /// Its file, or that of a smaller one beside it, where each size is kept.
    public String file(Optional<Variant> variant) {
        String size = variant.map(one -> one.width() + "x" + one.height()).orElse("whole");
        return path() + "/" + size + "." + type.extension();
    }
}
