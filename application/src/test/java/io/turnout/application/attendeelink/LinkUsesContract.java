package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every book promises to those who come by a link: each link lets in as many as it may, and
/// never one more, whoever comes at once and on whichever instance.
public abstract class LinkUsesContract {
    protected abstract Storage storage();

    private LinkId link(Fair fair, String reference, int uses) {
        LinkId id = LinkId.of(fair.event(), reference);
        SealedLink link =
                new SealedLink(
                        id,
                        new Reference(reference),
                        fair.event(),
                        uses,
                        new Sealed(new byte[] {1}, new byte[] {2}),
                        new byte[] {3});
        assertThat(storage().links().keep(fair.org(), List.of(link)))
                .isEqualTo(AttendeeLinks.Keeping.KEPT);
        return id;
    }

    private static RegistrationRequest by(Fair fair, LinkId link) {
        return fair.group(1).invited(Optional.of(link));
    }

    private List<RegistrationId> registrations(Fair fair, LinkId link) {
        return storage().links().find(fair.org(), link).orElseThrow().registrations();
    }

    @Test
    void a_link_lets_in_one_and_tells_the_next_who_it_was() {
        Fair fair = Fair.of(storage(), 10);
        LinkId link = link(fair, "a", 1);
        RegistrationRequest request = by(fair, link);
        assertThat(registrations(fair, link)).isEmpty();

        RegistrationId first = fair.admit(request).id();

        assertThat(fair.register(by(fair, link))).isEqualTo(new Decision.LinkUsed(first));
        assertThat(fair.register(fair.again(request).invited(Optional.of(link))))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(registrations(fair, link)).containsExactly(first);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }

    @Test
    void the_same_key_without_the_link_is_another_request() {
        Fair fair = Fair.of(storage(), 10);
        RegistrationRequest request = by(fair, link(fair, "a", 1));
        var _ = fair.admit(request);

        assertThat(fair.register(fair.again(request))).isInstanceOf(Decision.KeyReused.class);
    }

    @Test
    void a_link_that_is_not_kept_or_of_another_event_lets_nobody_in() {
        Fair fair = Fair.of(storage(), 10);
        LinkId elsewhere = link(fair.second(10), "a", 1);

        assertThat(fair.register(by(fair, LinkId.of(fair.event(), "never kept"))))
                .isEqualTo(new Decision.UnknownLink());
        assertThat(fair.register(by(fair, elsewhere))).isEqualTo(new Decision.UnknownLink());
        assertThat(fair.room(fair.hall()).taken()).isZero();
    }

    @Test
    void a_group_comes_by_no_link() {
        Fair fair = Fair.of(storage(), 10);
        Optional<LinkId> link = Optional.of(link(fair, "a", 5));

        assertThatThrownBy(() -> fair.group(2).invited(link))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoever_cancels_may_come_by_it_again() {
        Fair fair = Fair.of(storage(), 10);
        LinkId link = link(fair, "a", 1);
        RegistrationId first = fair.admit(by(fair, link)).id();

        var _ = fair.cancel(first);

        assertThat(registrations(fair, link)).isEmpty();
        RegistrationId second = fair.admit(by(fair, link)).id();
        assertThat(fair.register(by(fair, link))).isEqualTo(new Decision.LinkUsed(second));
    }

    @Test
    void an_organiser_may_allow_more_and_a_use_that_came_back_is_used_next() {
        Fair fair = Fair.of(storage(), 10);
        LinkId link = link(fair, "a", 3);
        List<RegistrationId> all =
                IntStream.range(0, 3).mapToObj(_ -> fair.admit(by(fair, link)).id()).toList();

        assertThat(fair.register(by(fair, link))).isEqualTo(new Decision.LinkUsed(all.get(2)));
        var _ = fair.cancel(all.get(1));
        RegistrationId back = fair.admit(by(fair, link)).id();

        assertThat(registrations(fair, link))
                .containsExactlyInAnyOrder(all.get(0), back, all.get(2));
        assertThat(fair.register(by(fair, link))).isInstanceOf(Decision.LinkUsed.class);
    }

    @Test
    void a_place_in_line_uses_the_link_and_a_refusal_does_not() {
        Fair fair = Fair.of(storage(), 1);
        LinkId link = link(fair, "a", 1);
        RegistrationId seated = fair.admit(fair.group(1)).id();
        assertThat(fair.register(by(fair, link))).isInstanceOf(Decision.Full.class);

        RegistrationId waiting = fair.inLine(fair.patient(1).invited(Optional.of(link)));

        assertThat(fair.register(by(fair, link))).isEqualTo(new Decision.LinkUsed(waiting));
        var _ = fair.cancel(seated);
        assertThat(fair.register(by(fair, link))).isEqualTo(new Decision.LinkUsed(waiting));
    }

    @Test
    void of_hundreds_at_once_on_one_link_one_comes_in() {
        Fair fair = Fair.of(storage(), 1_000);
        LinkId link = link(fair, "a", 1);

        List<Decision> decisions = Race.of(300, _ -> fair.register(by(fair, link)));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(1);
        assertThat(Race.count(decisions, Decision.LinkUsed.class)).isEqualTo(299);
        assertThat(registrations(fair, link)).hasSize(1);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
    }

    @Test
    void many_links_raced_at_once_let_in_what_each_may() {
        Fair fair = Fair.of(storage(), 1_000);
        List<LinkId> links =
                IntStream.range(0, 40).mapToObj(i -> link(fair, "l" + i, 1 + i % 2)).toList();

        List<Decision> decisions =
                Race.of(320, i -> fair.register(by(fair, links.get(i % links.size()))));

        assertThat(Race.count(decisions, Decision.Admitted.class)).isEqualTo(60);
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(60);
        assertThat(IntStream.range(0, 40))
                .allSatisfy(i -> assertThat(registrations(fair, links.get(i))).hasSize(1 + i % 2));
    }
}
