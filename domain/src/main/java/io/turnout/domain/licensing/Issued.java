package io.turnout.domain.licensing;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// A licence as its source has it; `changedAt` is when it was last written there.
public record Issued(String number, LicenseStatus status, OrgId org, Instant changedAt) {
    private static final Comparator<Issued> COUNTS_MORE =
            Comparator.comparing((Issued issued) -> issued.status() == LicenseStatus.ACTIVE)
                    .thenComparing(Issued::changedAt)
                    .thenComparing(Issued::number);

    public Issued {
        License _ = new License(number, status, org);
    }

    /// The one that counts for each org: of several an active one, else the one written last.
    public static List<Issued> counting(Collection<Issued> all) {
        var byOrg = new TreeMap<String, Issued>();
        all.forEach(one -> byOrg.merge(one.org().value(), one, BinaryOperator.maxBy(COUNTS_MORE)));
        return List.copyOf(byOrg.values());
    }
}
