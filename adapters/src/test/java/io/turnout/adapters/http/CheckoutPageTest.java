package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.flags.Said;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.rollout.Flag;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// A checkout in steps, as a browser goes through it: what is held, what is carried, and that the
/// version it began on is the one it ends on.
class CheckoutPageTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final String CHOICE = "p0.item=" + Fair.TICKET;
    private static final String ADA = "p0.name=Ada";
    private static final String MAIL = "p0.email=ada%40example.com";

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(2));
    private final Browser browser = new Browser();

    CheckoutPageTest() {
        newcomersGet(CheckoutVersion.V2);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private void newcomersGet(CheckoutVersion version) {
        Said said = new Said(HOUSE.memory.flags().overlay());
        if (version == CheckoutVersion.V2) {
            said.allowed(Flag.CHECKOUT_V2, fair.org());
        } else {
            said.withdrawn(Flag.CHECKOUT_V2, fair.org());
        }
    }

    private String page() {
        return "/o/" + fair.org() + "/e/" + Fair.FAIR;
    }

    private String steps() {
        return page() + "/checkout";
    }

    private int held() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR))
                .held();
    }

    private int taken() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR))
                .taken();
    }

    private static void says(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains(words);
    }

    private HttpResponse<String> hold() {
        assertThat(browser.get(HOUSE, page()).body()).contains("Step 1 of 3");
        return browser.press(HOUSE, steps(), "hold", CHOICE);
    }

    @Test
    void seats_are_held_while_people_are_typed_and_taken_when_all_is_confirmed() {
        says(hold(), 200, "Step 2 of 3", "held until <b>13:10</b>");
        assertThat(held()).isOne();
        says(browser.press(HOUSE, steps(), "review", ADA, MAIL), 200, "Step 3 of 3", "Ada");

        HttpResponse<String> done = browser.press(HOUSE, steps(), "register");

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(held()).isZero();
        assertThat(taken()).isOne();
    }

    @Test
    void without_cookies_and_with_nothing_remembered_the_form_carries_all_of_it() {
        says(hold(), 200, "Step 2 of 3");
        browser.forgetCookies();
        says(browser.press(HOUSE, steps(), "review", ADA, MAIL), 200, "Step 3 of 3");
        browser.forgetCookies();

        assertThat(browser.press(HOUSE, steps(), "register").statusCode()).isEqualTo(303);
        assertThat(taken()).isOne();
    }

    @Test
    void the_same_press_twice_holds_and_registers_once() {
        HttpResponse<String> first = browser.press(HOUSE, steps() + "?key=k-1", "hold", CHOICE);
        Browser other = new Browser();
        says(other.press(HOUSE, steps() + "?key=k-1", "hold", CHOICE), 200, "Step 2 of 3");
        says(first, 200, "Step 2 of 3");
        assertThat(held()).isOne();

        HttpResponse<String> done = browser.press(HOUSE, steps(), "register", ADA, MAIL);
        HttpResponse<String> again = other.press(HOUSE, steps(), "register", ADA, MAIL);

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(done.headers().firstValue("Location"));
        assertThat(taken()).isOne();
    }

    @Test
    void another_choice_after_a_hold_whose_answer_was_lost_is_held_under_another_key() {
        says(browser.press(HOUSE, steps() + "?key=k-1", "hold", CHOICE), 200, "Step 2 of 3");
        Browser later = new Browser();
        String dinner = "p0.sessions=" + Fair.DINNER;

        says(later.press(HOUSE, steps() + "?key=k-1", "hold", CHOICE, dinner), 200, "Dinner");

        assertThat(held()).isEqualTo(2);
    }

    @Test
    void a_key_that_is_too_long_is_replaced() {
        String made = steps() + "?key=" + "x".repeat(255);

        says(browser.press(HOUSE, made, "hold", CHOICE), 200, "Step 2 of 3");
    }

    @Test
    void who_comes_back_finds_the_places_still_held() {
        says(hold(), 200, "Step 2 of 3");

        says(browser.get(HOUSE, steps()), 200, "Step 2 of 3", "held until");
        assertThat(new Browser().get(HOUSE, steps()).statusCode()).isEqualTo(303);
    }

    @Test
    void places_given_back_are_free_at_once() {
        says(hold(), 200, "Step 2 of 3");

        assertThat(browser.press(HOUSE, steps(), "release").statusCode()).isEqualTo(303);

        assertThat(held()).isZero();
        assertThat(browser.get(HOUSE, steps()).statusCode()).isEqualTo(303);
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_at_each_step() {
        says(browser.press(HOUSE, steps(), "hold"), 422, "Ticket is missing", "Step 1 of 3");
        says(hold(), 200, "Step 2 of 3");
        says(browser.press(HOUSE, steps(), "review", ADA), 422, "E-mail is missing", "\"Ada\"");
        says(browser.press(HOUSE, steps(), "review", ADA, MAIL), 200, "Step 3 of 3");
        says(browser.press(HOUSE, steps(), "people"), 200, "Step 2 of 3", "\"Ada\"");
    }

    @Test
    void who_finds_nothing_left_is_told_before_typing_anything() {
        says(hold(), 200, "Step 2 of 3");
        Browser second = new Browser();
        says(second.press(HOUSE, steps(), "hold", CHOICE), 200, "Step 2 of 3");

        says(new Browser().press(HOUSE, steps(), "hold", CHOICE), 409, "sold out", "waiting list");
    }

    @Test
    void a_form_of_another_event_or_of_nobody_begins_anew() {
        says(hold(), 200, "Step 2 of 3");
        Fair other = Fair.open(HOUSE.memory, new Seats.Limited(2));
        String theirs = "/o/" + other.org() + "/e/" + Fair.FAIR + "/checkout";

        says(browser.press(HOUSE, theirs, "register", ADA, MAIL), 400, "not held any more");
        says(new Browser().press(HOUSE, steps(), "register", "key=x"), 400, "not held any more");
    }

    @Test
    void one_begun_on_the_first_version_finishes_on_it_while_the_second_is_on() {
        newcomersGet(CheckoutVersion.V1);
        Browser early = new Browser();
        assertThat(early.get(HOUSE, page()).body()).contains("value=\"register\"");
        says(early.press(HOUSE, page(), "register", CHOICE, ADA), 422, "E-mail is missing");
        newcomersGet(CheckoutVersion.V2);
        assertThat(new Browser().get(HOUSE, page()).body()).contains("Step 1 of 3");

        HttpResponse<String> done = early.press(HOUSE, page(), "register", CHOICE, ADA, MAIL);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
        assertThat(taken()).isOne();
    }

    @Test
    void one_begun_on_the_second_version_finishes_on_it_when_it_is_switched_off() {
        says(hold(), 200, "Step 2 of 3");
        newcomersGet(CheckoutVersion.V1);

        says(browser.press(HOUSE, steps(), "review", ADA, MAIL), 200, "Step 3 of 3");
        assertThat(browser.press(HOUSE, steps(), "register").statusCode()).isEqualTo(303);
        assertThat(taken()).isOne();
        assertThat(held()).isZero();
    }

    @Test
    void the_page_of_each_version_has_a_tag_of_its_own() {
        String second = HOUSE.get(page()).headers().firstValue("ETag").orElseThrow();
        newcomersGet(CheckoutVersion.V1);

        assertThat(HOUSE.get(page()).headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(second);
    }

    @Test
    void behind_tls_the_cookie_belongs_to_this_host_alone() {
        HttpResponse<String> begun =
                HOUSE.send(
                        HOUSE.request(steps())
                                .header("X-Forwarded-Proto", "https")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                                CHOICE + "&do=hold")));

        assertThat(begun.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-turnout-checkout-")
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
    }
}
