package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Of whom something was said: of everybody, of single orgs, or of both.
public record Marked(Optional<Mark> everybody, Map<OrgId, Mark> orgs) {
    static final Marked NOBODY = new Marked(Optional.empty(), Map.of());

    public Marked {
        orgs = Map.copyOf(orgs);
    }

    /// What holds for an org; what was said of everybody comes first.
    Optional<Mark> of(OrgId org) {
        return everybody.isPresent() ? everybody : Optional.ofNullable(orgs.get(org));
    }

    Marked with(Audience audience, Mark mark) {
        return switch (audience) {
            case Audience.Everybody() -> new Marked(Optional.of(mark), orgs);
            case Audience.Orgs(var named) -> {
                Map<OrgId, Mark> more = new HashMap<>(orgs);
                named.forEach(org -> more.put(org, mark));
                yield new Marked(everybody, more);
            }
        };
    }

    Marked without(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> new Marked(Optional.empty(), orgs);
            case Audience.Orgs(var named) -> {
                Map<OrgId, Mark> fewer = new HashMap<>(orgs);
                fewer.keySet().removeAll(named);
                yield new Marked(everybody, fewer);
            }
        };
    }
}
