package io.turnout.domain.setting;

/// One setting that may be changed while the house runs.
///
/// @param name of the variable that `config/*.yml` read
/// @param usual what holds where nothing is said; empty where it has to be said
/// @param owner who answers for it
/// @param guarded whether a second person has to approve a change
/// @param purpose what it is for, in one sentence
public record SettingKey(
        String name,
        SettingKind kind,
        String usual,
        String owner,
        boolean guarded,
        String purpose) {
    public boolean isSecret() {
        return kind instanceof SettingKind.Secret;
    }
}
