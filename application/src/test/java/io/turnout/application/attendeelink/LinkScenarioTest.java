package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.application.memory.Memory;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Links, from being made ready to being opened.
class LinkScenarioTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Memory memory = Memory.empty(() -> NOON);
    private final LinkUseCases links = LinkUseCases.over(memory.links(), memory.book());
    private final OrgId org = Ids.org();
    private final EventId event = Ids.event();

    private Link link(String reference, Optional<String> company) {
        return new Link(
                new Reference(reference),
                event,
                1,
                new Prefill("zoë@example.org", Optional.empty(), Optional.of("Dr"), company));
    }

    private String token(Link link) {
        return memory.links().tokens().of(org, link.id()).value();
    }

    private Optional<Link> opened(String token) {
        return links.read()
                .read(org, token)
                .flatMap(link -> links.open().open(org, link))
                .map(OpenLink.Opened::link);
    }

    @Test
    void a_link_opens_with_what_was_known_as_often_as_anybody_likes() {
        Link known = link("a", Optional.of("Łódź & Sons"));
        Link bare = link("b", Optional.empty());
        var _ = links.prepare().prepare(org, List.of(known, bare));

        for (int i = 0; i < 3; i++) {
            assertThat(opened(token(known))).contains(known);
            assertThat(opened(token(bare))).contains(bare);
        }
        assertThat(opened(token(link("c", Optional.empty())))).isEmpty();
        assertThat(opened("guessed")).isEmpty();
    }

    @Test
    void a_ciphertext_that_was_put_in_another_links_place_does_not_open() {
        Link mine = link("a", Optional.of("ACME"));
        Link theirs = link("b", Optional.empty());
        var _ = links.prepare().prepare(org, List.of(mine, theirs));
        SealedLink kept = memory.links().kept().find(org, mine.id()).orElseThrow().content();
        SealedLink moved =
                new SealedLink(
                        theirs.id(), theirs.reference(), event, 1, kept.prefill(), kept.finder());

        var _ = memory.links().kept().keep(org, List.of(moved));

        assertThatThrownBy(() -> links.open().open(org, theirs.id()))
                .isInstanceOf(IllegalStateException.class);
    }
}
