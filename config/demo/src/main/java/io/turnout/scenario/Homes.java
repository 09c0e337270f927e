package io.turnout.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where an org is at home, as each stack's own database says.
final class Homes {
    private static final String HOME = "select home, epoch from org_home where org_id = :org";

    private Homes() {}

    /// What a stack's database says: at which stack the org is at home, since which epoch.
    record Said(OwnStack by, String home, long epoch) {
        boolean isClaim() {
            return home.equals(by.name());
        }
    }

    /// Fewer than there are stacks where one has never heard of the org.
    static List<Said> said(OwnStacks stacks, String org) {
        return stacks.all().stream().flatMap(stack -> said(stack, org).stream()).toList();
    }

    static Optional<Said> said(OwnStack stack, String org) {
        return stack.jdbi().withHandle(handle -> said(handle, stack, org));
    }

    static Optional<Said> said(Handle handle, OwnStack stack, String org) {
        return handle.createQuery(HOME)
                .bind("org", org)
                .map((row, _) -> new Said(stack, row.getString("home"), row.getLong("epoch")))
                .findOne();
    }

    /// The stack that says so of itself, since the latest epoch.
    static Optional<OwnStack> of(OwnStacks stacks, String org) {
        return said(stacks, org).stream()
                .filter(Said::isClaim)
                .max(Comparator.comparingLong(Said::epoch))
                .map(Said::by);
    }
}
