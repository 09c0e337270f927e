package io.turnout.application.erasure;

import io.turnout.application.privacy.Vault;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through the ledgers of all orgs and finds where one was changed, and whether a receipt is
/// one of them.
public final class VerifyErasures {
    private final ErasureLedger ledger;
    private final Vault vault;

    public VerifyErasures(ErasureLedger ledger, Vault vault) {
        this.ledger = ledger;
        this.vault = vault;
    }

    /// What somebody holds in hand.
    public record Receipt(OrgId org, ErasureId id, long number, String hash, String seal) {}

    /// What a look at all of it found.
    public sealed interface Verdict {
        /// All of it is as it was written. Keep the heads elsewhere.
        record Whole(long entries, Map<OrgId, AuditHead> heads) implements Verdict {
            public Whole {
                heads = Map.copyOf(heads);
            }
        }

        /// The first entry that does not fit those before it.
        record Changed(OrgId org, long number) implements Verdict {}

        /// The ledger is whole, but this receipt is none of it.
        record Unknown() implements Verdict {}
    }

    public Verdict verify(Optional<Receipt> receipt) {
        Map<OrgId, AuditHead> heads = new HashMap<>();
        long entries = 0;
        boolean met = receipt.isEmpty();
        Optional<ErasureLedger.Place> after = Optional.empty();
        List<LedgerEntry> page;
        do {
            page = ledger.read(after);
            for (LedgerEntry entry : page) {
                if (!entry.follows(heads.getOrDefault(entry.org(), AuditHead.NONE))) {
                    return new Verdict.Changed(entry.org(), entry.number());
                }
                heads.put(entry.org(), entry.head());
                met |= receipt.filter(one -> is(one, entry)).isPresent();
                after = Optional.of(ErasureLedger.Place.of(entry));
                entries++;
            }
        } while (page.size() == ErasureLedger.READ_MAX);
        return met ? new Verdict.Whole(entries, heads) : new Verdict.Unknown();
    }

    private boolean is(Receipt receipt, LedgerEntry entry) {
        return receipt.org().equals(entry.org())
                && receipt.number() == entry.number()
                && receipt.id().equals(entry.what().id())
                && receipt.hash().equals(entry.hash())
                && Secrets.equal(
                        bytes(receipt.seal()),
                        bytes(ShowErasure.seal(vault, entry.org(), entry.hash())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
