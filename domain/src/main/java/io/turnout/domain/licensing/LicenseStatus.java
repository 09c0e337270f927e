package io.turnout.domain.licensing;

/// What the vendor's own Salesforce says of a licence.
public enum LicenseStatus {
    ACTIVE,
    SUSPENDED,
    EXPIRED
}
