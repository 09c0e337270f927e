package io.turnout.application.erasure;

import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// How far somebody is forgotten, and the receipt once they are.
public record ShowErasure(Erasures erasures, Vault vault) {
    /// How many orgs are shown at once.
    public static final int ORGS_MAX = 1_000;

    /// A receipt is sealed with a key of the org: nobody else can have made it.
    public record Shown(Progress progress, Optional<String> seal) {}

    public Optional<Shown> show(OrgId org, ErasureId id) {
        return erasures.find(org, id).map(this::sealed);
    }

    /// In all orgs in which it was asked.
    public List<Shown> show(ErasureId id) {
        return erasures.find(id, ORGS_MAX).stream().map(this::sealed).toList();
    }

    /// The latest of all orgs, for those who answer for privacy.
    public List<Progress> latest(Optional<Mark> before, int limit) {
        return erasures.latest(before, limit);
    }

    private Shown sealed(Progress progress) {
        return new Shown(
                progress, progress.entry().map(entry -> seal(vault, progress.org(), entry.hash())));
    }

    static String seal(Vault vault, OrgId org, String hash) {
        return HexFormat.of().formatHex(vault.digest(org, Use.RECEIPT, hash));
    }
}
