package io.turnout.application.checkout;

import static io.turnout.application.checkout.OpenCheckouts.ACME;
import static io.turnout.application.checkout.OpenCheckouts.FAIR;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.checkout.KeepCheckout.Carried;
import io.turnout.application.checkout.ResumeCheckout.Carrying;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.Said;
import io.turnout.application.memory.Memory;
import io.turnout.application.memory.MemoryCheckoutSeals;
import io.turnout.application.memory.MemoryCheckouts;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.rollout.Flag;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A visitor goes on where they were, with whatever is left of the memory of it.
class CheckoutScenarioTest {
    private static final EventId ELSEWHERE = new EventId("a01000000000002");

    private final FlagPorts flags = Memory.empty(InstantSource.system()).flags();
    private final Said said = new Said(flags.overlay());
    private final MemoryCheckoutSeals seals = new MemoryCheckoutSeals("here");
    private final CheckoutUseCases desk = over(new MemoryCheckouts());
    private final CheckoutUseCases forgetful = over(new MemoryCheckouts());

    private CheckoutUseCases over(Checkouts open) {
        return CheckoutUseCases.over(new CheckoutPorts(open, seals), flags.decisions());
    }

    private static Optional<Checkout> resume(
            CheckoutUseCases desk, Checkout checkout, String sealed) {
        return desk.resumeCheckout().resume(ACME, FAIR, new Carrying(checkout.id(), sealed));
    }

    private Carried kept(Checkout checkout) {
        return desk.keepCheckout().keep(checkout).orElseThrow();
    }

    @Test
    void a_cookie_is_enough_where_the_rest_is_remembered() {
        Checkout ours = OpenCheckouts.holding(ACME, 1);
        Carried carried = kept(ours);

        assertThat(resume(desk, ours, carried.brief())).contains(ours);
        assertThat(resume(forgetful, ours, carried.brief())).contains(ours.brief());
    }

    @Test
    void a_form_is_enough_where_nothing_is_remembered() {
        Checkout ours = OpenCheckouts.holding(ACME, 1);

        assertThat(resume(forgetful, ours, kept(ours).whole())).contains(ours);
    }

    @Test
    void what_is_remembered_of_an_earlier_turn_is_not_believed() {
        Checkout earlier = OpenCheckouts.holding(ACME, 1);
        Checkout later =
                new Checkout(
                        ACME,
                        FAIR,
                        earlier.id(),
                        earlier.version(),
                        new IdempotencyKey("later"),
                        earlier.held());
        Carried carried = kept(later);
        Carried _ = kept(earlier);

        assertThat(resume(desk, later, carried.brief())).contains(later.brief());
    }

    @Test
    void a_checkout_of_another_event_is_none_here() {
        Checkout ours = OpenCheckouts.begun(ACME, 1);
        Carrying browser = new Carrying(ours.id(), kept(ours).whole());

        assertThat(desk.resumeCheckout().resume(ACME, ELSEWHERE, browser)).isEmpty();
    }

    @Test
    void one_begun_on_the_first_version_finishes_on_it_while_the_second_is_on_and_back() {
        Checkout first = OpenCheckouts.begun(ACME, 1);
        Carried carried = kept(first);
        said.allowed(Flag.CHECKOUT_V2, ACME);
        Checkout second = OpenCheckouts.holding(ACME, 2);
        Carried other = kept(second);

        assertThat(desk.showVersion().show(ACME)).isEqualTo(CheckoutVersion.V2);
        assertThat(resume(desk, first, carried.brief()).orElseThrow().version())
                .isEqualTo(CheckoutVersion.V1);
        said.killed(Flag.CHECKOUT_V2, ACME);
        assertThat(desk.showVersion().show(ACME)).isEqualTo(CheckoutVersion.V1);
        assertThat(resume(desk, second, other.brief()).orElseThrow().version())
                .isEqualTo(CheckoutVersion.V2);
    }
}
