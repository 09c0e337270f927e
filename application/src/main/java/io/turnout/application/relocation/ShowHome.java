package io.turnout.application.relocation;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.StackName;
import java.util.List;
import java.util.Optional;

/// Where an org is at home as far as this stack knows, and where else it could be.
public final class ShowHome {
    private final RelocationPorts ports;

    public ShowHome(RelocationPorts ports) {
        this.ports = ports;
    }

    /// Empty where this stack never heard of the org.
    public Optional<Standing> show(OrgId org) {
        return ports.stacks().stream()
                .findFirst()
                .flatMap(here -> here.store().home(org))
                .map(home -> standing(org, home));
    }

    private Standing standing(OrgId org, Home home) {
        return new Standing(
                home,
                ports.stacks().stream()
                        .map(MovableStack::name)
                        .filter(name -> !name.equals(home.stack()))
                        .toList(),
                Optional.ofNullable(ports.relocations().latest().get(org)));
    }

    /// The answer.
    ///
    /// @param others stacks whose databases this one knows
    /// @param last the move of it that was asked for last
    public record Standing(Home home, List<StackName> others, Optional<Relocation> last) {
        public Standing {
            others = List.copyOf(others);
        }
    }
}
