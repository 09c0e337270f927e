package io.turnout.adapters.redis;

import io.turnout.domain.limiting.Allowance;
import java.util.function.UnaryOperator;

/// The names of allowances in Redis. Whose one is stands there as `keyedHash` makes it, under a key
/// that all instances of a stack have: an address tells of a person, and so few addresses are
/// possible that a plain hash would hide none.
public final class AllowanceNames {
    private final String prefix;
    private final UnaryOperator<String> keyedHash;

    public AllowanceNames(String stack, UnaryOperator<String> keyedHash) {
        this.prefix = "turnout:" + stack + ":limit:";
        this.keyedHash = keyedHash;
    }

    /// A rate that changed is another allowance.
    String of(Allowance allowance) {
        return prefix
                + allowance.kind()
                + ":"
                + allowance.rate().quota()
                + "/"
                + allowance.rate().window().toMillis()
                + ":"
                + keyedHash.apply(allowance.whose());
    }

    /// A name that no allowance has.
    String nobody() {
        return prefix + "nobody";
    }
}
