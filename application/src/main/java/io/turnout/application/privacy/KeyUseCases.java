package io.turnout.application.privacy;

/// What can be asked about keys.
public record KeyUseCases(
        ShowKeys show,
        ReplaceOrgKey replaceOrgKey,
        RewrapOrgKeys rewrapOrgKeys,
        RewrapRecords rewrapRecords) {
    public static KeyUseCases over(
            OrgKeys keys, RecordKeys records, KeyManagement management, Vault vault) {
        return new KeyUseCases(
                new ShowKeys(keys, records, management),
                new ReplaceOrgKey(keys, management),
                new RewrapOrgKeys(keys, management),
                new RewrapRecords(keys, records, vault));
    }
}
