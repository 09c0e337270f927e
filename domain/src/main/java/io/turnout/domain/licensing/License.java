package io.turnout.domain.licensing;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An org's right to hold live events. It names no person (B8): a number, a status, an org.
/// `confirmedAt` is when its source last said so; what was granted by hand has none.
public record License(
        String number, LicenseStatus status, OrgId org, Optional<Instant> confirmedAt) {
    /// For how long what the source last said is believed while the source says nothing.
    public static final Duration BELIEVED = Duration.ofDays(3);

    private static final int NUMBER_MAX = 80;

    public License {
        if (number.isBlank() || number.length() > NUMBER_MAX) {
            throw new IllegalArgumentException("a licence has a number of 1 to 80 characters");
        }
    }

    /// Granted by hand: it stands until somebody says otherwise.
    public License(String number, LicenseStatus status, OrgId org) {
        this(number, status, org, Optional.empty());
    }

    /// Whether it opens the door at this moment. A no of its source is heeded however old it is;
    /// a yes only while it is believed.
    public boolean activeAt(Instant now) {
        return status == LicenseStatus.ACTIVE
                && confirmedAt.map(at -> !now.isAfter(at.plus(BELIEVED))).orElse(true);
    }
}
