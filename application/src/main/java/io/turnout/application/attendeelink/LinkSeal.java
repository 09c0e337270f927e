package io.turnout.application.attendeelink;

import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Person;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Seals what a link knows of a person, and opens it. Sealed is a line for each field, since none
/// of them has more than one.
public record LinkSeal(Vault vault) {
    private static final String TABLE = "link";
    private static final String COLUMN = "prefill";
    private static final String BREAK = "\n";

    SealedLink seal(OrgId org, Link link) {
        Prefill prefill = link.prefill();
        String lines =
                String.join(
                        BREAK,
                        prefill.email(),
                        prefill.name().orElse(""),
                        prefill.title().orElse(""),
                        prefill.company().orElse(""));
        LinkId id = link.id();
        return new SealedLink(
                id,
                link.reference(),
                link.event(),
                link.uses(),
                vault.seal(subject(org, id), lines.getBytes(StandardCharsets.UTF_8)),
                vault.finder(org, Person.folded(prefill.email())));
    }

    /// What was sealed.
    ///
    /// @throws IllegalStateException when it was changed, or sealed for another link or org
    Link open(OrgId org, SealedLink sealed) {
        String[] lines = lines(org, sealed.id(), sealed.prefill());
        return new Link(
                sealed.reference(),
                sealed.event(),
                sealed.uses(),
                new Prefill(lines[0], given(lines[1]), given(lines[2]), given(lines[3])));
    }

    /// The keyed hash of the address that was sealed.
    public byte[] digest(OrgId org, LinkId id, Sealed prefill) {
        return vault.digest(org, Use.EMAIL, Person.folded(lines(org, id, prefill)[0]));
    }

    private String[] lines(OrgId org, LinkId id, Sealed prefill) {
        byte[] plain = vault.open(subject(org, id), prefill);
        return new String(plain, StandardCharsets.UTF_8).split(BREAK, -1);
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Subject subject(OrgId org, LinkId link) {
        return new Subject(org, TABLE, link.value(), COLUMN);
    }
}
