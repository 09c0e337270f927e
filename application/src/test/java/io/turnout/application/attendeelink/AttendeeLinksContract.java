package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.attendeelink.AttendeeLinks.Keeping;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps links promises.
public abstract class AttendeeLinksContract {
    private AttendeeLinks links;
    private OrgId org;
    private EventId event;

    protected abstract Storage storage();

    /// Who is tried: whoever keeps them, or somebody before it.
    protected AttendeeLinks links() {
        return storage().links();
    }

    @BeforeEach
    void open() {
        links = links();
        org = Ids.org();
        event = Ids.event();
        storage().welcome(org);
    }

    private SealedLink link(int number, String says) {
        Reference reference = new Reference("invitation-" + number);
        return new SealedLink(
                LinkId.of(event, reference.value()),
                reference,
                event,
                1 + number % 3,
                new Sealed(bytes(says), bytes("key of " + says)),
                bytes("digest of " + says));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private SealedLink found(SealedLink link) {
        return links.find(org, link.id()).orElseThrow().content();
    }

    @Test
    void a_link_is_found_as_it_was_kept_and_in_its_org_alone() {
        assertThat(links.keep(org, List.of(link(1, "one"), link(2, "two"))))
                .isEqualTo(Keeping.KEPT);

        assertThat(found(link(1, "one"))).usingRecursiveComparison().isEqualTo(link(1, "one"));
        assertThat(found(link(2, "two"))).usingRecursiveComparison().isEqualTo(link(2, "two"));
        assertThat(links.find(org, link(3, "three").id())).isEmpty();
        assertThat(links.find(Ids.org(), link(1, "one").id())).isEmpty();
    }

    @Test
    void what_is_kept_again_is_replaced_whole_and_stays_one() {
        var _ = links.keep(org, List.of(link(1, "one")));

        var _ = links.keep(org, List.of(link(1, "another"), link(1, "the last")));

        assertThat(found(link(1, ""))).usingRecursiveComparison().isEqualTo(link(1, "the last"));
    }

    @Test
    void nothing_is_kept_of_more_than_may_be_kept_at_once() {
        List<SealedLink> all = Collections.nCopies(AttendeeLinks.KEEP_MAX, link(1, "one"));
        List<SealedLink> more = Collections.nCopies(AttendeeLinks.KEEP_MAX + 1, link(2, "two"));

        assertThat(links.keep(org, all)).isEqualTo(Keeping.KEPT);
        assertThatThrownBy(() -> links.keep(org, more))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(links.find(org, link(2, "two").id())).isEmpty();
        assertThat(links.keep(org, List.of())).isEqualTo(Keeping.KEPT);
    }

    @Test
    void who_keep_the_same_links_in_other_orders_at_once_are_all_served() {
        List<Keeping> keepings =
                Race.of(
                        12,
                        runner -> {
                            List<SealedLink> mine =
                                    IntStream.range(0, 500)
                                            .map(i -> runner % 2 == 0 ? i : 499 - i)
                                            .mapToObj(i -> link(i, "runner " + runner))
                                            .toList();
                            return links.keep(org, mine);
                        });

        assertThat(keepings).hasSize(12).containsOnly(Keeping.KEPT);
        String winner = new String(found(link(0, "")).finder(), StandardCharsets.UTF_8);
        assertThat(IntStream.range(0, 500))
                .allSatisfy(i -> assertThat(found(link(i, "")).finder()).isEqualTo(bytes(winner)));
    }
}
