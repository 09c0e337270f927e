package io.turnout.application.erasure;

import io.turnout.application.erasure.Erasures.Asking;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An operator asks that somebody be forgotten in one org, or in every org at home here: under one
/// id, though the person is known by another keyed hash in each.
public final class AskErasureByOperator {
    private static final int PAGE = 500;

    private final Erasures erasures;
    private final Vault vault;

    public AskErasureByOperator(Erasures erasures, Vault vault) {
        this.erasures = erasures;
        this.vault = vault;
    }

    /// In how many orgs it is kept, and in which it was not: ask again for these.
    public record Asked(int orgs, List<OrgId> missing) {
        public Asked {
            missing = List.copyOf(missing);
        }
    }

    /// Asks in `org`, or everywhere. The same id again changes nothing where it is kept.
    public Asked ask(ErasureId id, String email, Optional<OrgId> org) {
        String folded = Person.folded(email);
        List<OrgId> missing = new ArrayList<>();
        if (org.isPresent()) {
            return ask(id, folded, List.of(org.get()), missing);
        }
        int kept = 0;
        Optional<OrgId> after = Optional.empty();
        List<OrgId> page;
        do {
            page = erasures.orgs(after, PAGE);
            kept += ask(id, folded, page, missing).orgs();
            after = page.isEmpty() ? after : Optional.of(page.getLast());
        } while (page.size() == PAGE);
        return new Asked(kept, missing);
    }

    private Asked ask(ErasureId id, String folded, List<OrgId> orgs, List<OrgId> missing) {
        int kept = 0;
        for (OrgId org : orgs) {
            if (vault.serves(org)
                    && erasures.ask(org, id, vault.digest(org, Use.EMAIL, folded)) == Asking.KEPT) {
                kept++;
            } else {
                missing.add(org);
            }
        }
        return new Asked(kept, missing);
    }
}
