package io.turnout.domain.licensing;

import io.turnout.domain.org.OrgId;

/// An org's right to hold live events. It names no person (B8): a number, a status, an org.
public record License(String number, LicenseStatus status, OrgId org) {
    private static final int NUMBER_MAX = 80;

    public License {
        if (number.isBlank() || number.length() > NUMBER_MAX) {
            throw new IllegalArgumentException("a licence has a number of 1 to 80 characters");
        }
    }

    public boolean active() {
        return status == LicenseStatus.ACTIVE;
    }
}
