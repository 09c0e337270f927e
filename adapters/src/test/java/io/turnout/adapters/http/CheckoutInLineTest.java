package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.flags.Said;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.waitingroom.Crowding;
import io.turnout.domain.waitingroom.RoomRule;
import io.turnout.domain.waitingroom.WaitingRoom;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A checkout in steps while others wait in line for the same event: whoever has no seats yet
/// waits where it is, and goes on from there.
class CheckoutInLineTest {
    private static volatile Instant now = Fair.NOON;
    private static final OpenHouse HOUSE = new OpenHouse(() -> now, HttpDoorSettings.standard());
    private static final RoomRule RULE = new RoomRule(100, 1, 1, RoomRule.WhenSoldOut.STOPS);
    private static final String CHOICE = "p0.item=" + Fair.TICKET;
    private static final String ADA = "p0.name=Ada";
    private static final String MAIL = "p0.email=ada%40example.com";

    private final WaitingRooms rooms = HOUSE.memory.waiting().rooms();
    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(60));
    private final Browser browser = new Browser();

    @BeforeEach
    void newcomersGetTheSecondVersion() {
        new Said(HOUSE.memory.flags().overlay()).allowed(Flag.CHECKOUT_V2, fair.org());
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private String page() {
        return "/o/" + fair.org() + "/e/" + Fair.FAIR;
    }

    private String steps() {
        return page() + "/checkout";
    }

    private Capacity hall() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR));
    }

    /// Somebody else stands there first.
    private void openTheRoom() {
        assertThat(rooms.open(fair.org(), Fair.FAIR, Optional.empty(), 1)).isPresent();
        assertThat(rooms.arrive(fair.org(), Fair.FAIR)).isPresent();
    }

    private void nextIsCalled() {
        now = now.plusSeconds(1);
        WaitingRoom room = rooms.openAt(fair.org(), Fair.FAIR).orElseThrow();
        assertThat(rooms.change(room.id(), one -> RULE.step(one, Crowding.NONE, Optional.empty())))
                .isPresent();
    }

    private static void says(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains(words);
    }

    private HttpResponse<String> press(String button, String... fields) {
        return browser.press(HOUSE, steps(), button, fields);
    }

    private void finish() {
        says(press("review", ADA, MAIL), 200, "Step 3 of 3", "Ada");
        HttpResponse<String> done = press("register");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(hall().taken()).isOne();
        assertThat(hall().held()).isZero();
    }

    @Test
    void who_comes_while_others_wait_sees_the_line_and_then_the_first_step() {
        openTheRoom();
        says(browser.get(HOUSE, page()), 200, "You are in line", "1 person is before you");

        nextIsCalled();
        says(browser.get(HOUSE, page()), 200, "You are next");
        nextIsCalled();
        says(browser.get(HOUSE, page()), 200, "Step 1 of 3");

        says(press("hold", CHOICE), 200, "Step 2 of 3", "held until");
        finish();
    }

    @Test
    void who_had_chosen_when_the_line_began_waits_with_the_choice_and_goes_on() {
        assertThat(browser.get(HOUSE, page()).body()).contains("Step 1 of 3");
        openTheRoom();

        HttpResponse<String> waits = press("hold", CHOICE);
        says(waits, 429, "1 person is before you", "what you typed stays on this page");
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
        assertThat(hall().held()).isZero();
        nextIsCalled();
        says(press("register"), 429, "You are next");
        nextIsCalled();

        says(press("register"), 200, "Step 2 of 3", "held until");
        finish();
    }

    @Test
    void who_holds_seats_when_the_line_begins_needs_no_turn() {
        says(press("hold", CHOICE), 200, "Step 2 of 3");
        openTheRoom();

        finish();
    }

    @Test
    void who_let_the_seats_go_in_the_last_step_waits_with_all_that_was_typed() {
        says(press("hold", CHOICE), 200, "Step 2 of 3");
        says(press("review", ADA, MAIL), 200, "Step 3 of 3");
        now = now.plus(Hold.LIFE);
        openTheRoom();

        says(press("register"), 429, "1 person is before you");
        assertThat(hall().taken()).isZero();
        nextIsCalled();
        nextIsCalled();

        HttpResponse<String> done = press("register");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(hall().taken()).isOne();
    }
}
