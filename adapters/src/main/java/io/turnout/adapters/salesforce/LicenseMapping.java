package io.turnout.adapters.salesforce;

import io.turnout.domain.licensing.LicenseStatus;
import java.util.Map;
import java.util.stream.Stream;

/// Which object and fields of the vendor's own org hold licences, and how it spells their states.
/// A spelling that is not in `statuses` says nothing: what was known stays, and grows old.
public record LicenseMapping(
        String object,
        String number,
        String status,
        String org,
        Map<String, LicenseStatus> statuses) {
    /// The names of our own package.
    public static final LicenseMapping USUAL =
            new LicenseMapping(
                    "License__c",
                    "Number__c",
                    "Status__c",
                    "Org_Id__c",
                    Map.of(
                            "Active", LicenseStatus.ACTIVE,
                            "Suspended", LicenseStatus.SUSPENDED,
                            "Expired", LicenseStatus.EXPIRED));

    public LicenseMapping {
        statuses = Map.copyOf(statuses);
        ApiNames.require(object, Stream.of(number, status, org));
    }
}
