package io.turnout.adapters.postgres;

import io.turnout.domain.registration.Invitation;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.util.Map;
import java.util.Optional;

/// How the links of a batch stand, as those before left them.
final class FoldedInvitations {
    private final Map<LinkId, Invitation> invitations;

    FoldedInvitations(Map<LinkId, Invitation> invitations) {
        this.invitations = invitations;
    }

    Optional<Invitation> of(Task task) {
        return task.link().map(invitations::get);
    }

    /// Gives the next use of the link it came by, if any, to who registers.
    Optional<Integer> use(Task.Register task, RegistrationId registration) {
        Optional<Integer> use = of(task).flatMap(Invitation::free);
        task.link()
                .ifPresent(
                        link ->
                                invitations.computeIfPresent(
                                        link, (_, before) -> before.usedBy(registration)));
        return use;
    }
}
