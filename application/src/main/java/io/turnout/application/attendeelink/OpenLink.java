package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Registration;
import java.util.List;
import java.util.Optional;

/// Somebody opens a link, or what scans their mail does. It changes nothing, however often, and
/// asks Salesforce nothing (A20).
public final class OpenLink {
    private final AttendeeLinks links;
    private final RegistrationBook book;
    private final LinkSeal seal;

    public OpenLink(AttendeeLinks links, Vault vault, RegistrationBook book) {
        this.links = links;
        this.book = book;
        this.seal = new LinkSeal(vault);
    }

    /// What stands behind a link; empty when it is not kept, or not any more.
    public Optional<Opened> open(OrgId org, LinkId id) {
        return links.find(org, id).map(kept -> opened(org, kept));
    }

    private Opened opened(OrgId org, KeptLink kept) {
        return new Opened(
                seal.open(org, kept.content()),
                kept.registrations().stream()
                        .flatMap(registration -> book.find(org, registration).stream())
                        .toList());
    }

    /// A link, and who came by it, the first to come first.
    public record Opened(Link link, List<Registration> registrations) {
        public Opened {
            registrations = List.copyOf(registrations);
        }

        /// Who came by it last.
        public Optional<Registration> last() {
            return registrations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(registrations.getLast());
        }

        public boolean usedUp() {
            return registrations.size() >= link.uses();
        }
    }
}
