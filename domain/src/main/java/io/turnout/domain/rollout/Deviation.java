package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// How what a server shows of a flag deviates from what was written there.
///
/// @param off for whom it is off there and should not be; one that holds many orgs is several
/// @param more whether there is anything there that could be on for somebody else
public record Deviation(List<Audience> off, boolean more) {
    public static final Deviation NONE = new Deviation(List.of(), false);

    /// Somebody who is nobody: on for them is on for anybody.
    private static final OrgId ANYBODY = new OrgId("00D000000000000");

    public Deviation {
        off = List.copyOf(off);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// Compares.
    ///
    /// @param isOn what the server's definitions come to for an org; asked where they are no longer
    ///     of our form
    public static Deviation of(Reach written, Shown shown, Predicate<OrgId> isOn) {
        return switch (shown) {
            case Shown.Nothing() -> new Deviation(all(written), false);
            case Shown.As(var reach) -> between(written, reach);
            case Shown.Otherwise _ -> new Deviation(off(written, isOn), true);
        };
    }

    private static List<Audience> all(Reach written) {
        return switch (written) {
            case Reach.All _ -> List.of(Audience.everybody());
            case Reach.Only(var orgs) -> Audience.ofAll(orgs);
        };
    }

    private static List<Audience> off(Reach written, Predicate<OrgId> isOn) {
        return switch (written) {
            case Reach.All _ -> isOn.test(ANYBODY) ? List.of() : List.of(Audience.everybody());
            case Reach.Only(var orgs) ->
                    Audience.ofAll(orgs.stream().filter(org -> !isOn.test(org)).toList());
        };
    }

    private static Deviation between(Reach written, Reach shown) {
        return switch (written) {
            case Reach.All(var but) ->
                    switch (shown) {
                        case Reach.All(var others) ->
                                new Deviation(
                                        Audience.ofAll(without(others, but)),
                                        !others.containsAll(but));
                        case Reach.Only _ -> new Deviation(List.of(Audience.everybody()), false);
                    };
            case Reach.Only(var orgs) ->
                    switch (shown) {
                        case Reach.All(var others) ->
                                new Deviation(
                                        Audience.ofAll(
                                                orgs.stream().filter(others::contains).toList()),
                                        true);
                        case Reach.Only(var others) ->
                                new Deviation(
                                        Audience.ofAll(without(orgs, others)),
                                        !orgs.containsAll(others));
                    };
        };
    }

    private static Set<OrgId> without(Set<OrgId> some, Set<OrgId> others) {
        Set<OrgId> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
