package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.List;

/// When an org is to be switched, and why then; or why not.
public sealed interface Placement {
    OrgId org();

    /// At any instant of `at`: the quietest hour, with that share of the org's traffic, of the
    /// first night that has one. `passed` are the nights before it and what stood in their way.
    record Placed(OrgId org, ZoneId zone, Span at, double share, List<Night> passed)
            implements Placement {
        public Placed {
            passed = List.copyOf(passed);
        }
    }

    /// Not in any night as far as one looks ahead.
    record Refused(OrgId org, ZoneId zone, List<Night> nights) implements Placement {
        public Refused {
            nights = List.copyOf(nights);
        }
    }

    /// Nobody knows when its night is.
    record ZoneUnknown(OrgId org) implements Placement {}

    /// It is the house's own, for tests, and is switched at any time.
    record AtOnce(OrgId org) implements Placement {}
}
