package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An invitation as a browser without script opens and sends it.
class InvitationPageTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(5));
    private final Browser browser = new Browser();

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private String event() {
        return "/o/" + fair.org() + "/e/" + Fair.FAIR;
    }

    private String invited() {
        return event() + "/invited";
    }

    private int taken() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR))
                .taken();
    }

    private HttpResponse<String> open(Invited invitation) {
        HttpResponse<String> moved = browser.get(HOUSE, invitation.mail());
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).contains(invited());
        return browser.get(HOUSE, invited());
    }

    private HttpResponse<String> register(String name) {
        return browser.press(
                HOUSE,
                event(),
                "register",
                "p0.name=" + name,
                "p0.email=ada%40example.com",
                "p0.item=" + Fair.TICKET);
    }

    @Test
    void a_link_moves_on_to_an_address_that_holds_nothing() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);

        HttpResponse<String> moved = HOUSE.get(ada.mail());

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).contains(invited());
        assertThat(moved.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(moved.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(moved.headers().firstValue("Set-Cookie").orElse(""))
                .contains(ada.token(), "HttpOnly", "SameSite=Lax", "Path=" + invited())
                .doesNotContain("Secure");
        HttpResponse<String> secure =
                HOUSE.send(HOUSE.request(ada.mail()).header("X-Forwarded-Proto", "https"));
        assertThat(secure.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        assertThat(HOUSE.get(invited()).statusCode()).isEqualTo(403);
        assertThat(taken()).isZero();
    }

    @Test
    void who_is_invited_finds_the_form_filled_in_and_registers_with_one_click() {
        HttpResponse<String> page = open(Invited.to(fair, HOUSE, "a", 1));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("value=\"ada@example.com\"", "Engines &amp; Co", "checked")
                .contains("Ada &quot;the &lt;b&gt;&quot;")
                .doesNotContain("Add another person", "<script");
        HttpResponse<String> kept = register("Ada");
        assertThat(kept.statusCode()).isEqualTo(303);
        String mine = kept.headers().firstValue("Location").orElseThrow();
        assertThat(mine).startsWith("/o/" + fair.org() + "/r/");
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void whoever_comes_back_or_presses_again_is_shown_what_they_have() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);
        var _ = open(ada);
        String mine = register("Ada").headers().firstValue("Location").orElseThrow();
        Browser other = new Browser();
        var _ = other.get(HOUSE, ada.mail());

        HttpResponse<String> back = other.get(HOUSE, invited());
        HttpResponse<String> pressed =
                other.press(
                        HOUSE,
                        event(),
                        "register",
                        "key=another",
                        "link=" + ada.token(),
                        "p0.name=Grace",
                        "p0.email=grace%40example.com",
                        "p0.item=" + Fair.TICKET);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).contains(mine);
        assertThat(back.headers().firstValue("Set-Cookie").orElse("")).contains("Path=" + mine);
        assertThat(pressed.statusCode()).isEqualTo(303);
        assertThat(pressed.headers().firstValue("Location")).contains(mine);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_and_the_invitation_stays_in_the_form() {
        var _ = open(Invited.to(fair, HOUSE, "a", 1));

        HttpResponse<String> refused = register("");
        HttpResponse<String> added = browser.press(HOUSE, event(), "add", "p0.name=Ada");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Name is missing", "name=\"link\"");
        assertThat(added.body()).contains("name=\"link\"").doesNotContain("Person 2");
        assertThat(register("Ada").statusCode()).isEqualTo(303);
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void a_link_that_is_none_is_a_page_and_no_registration() {
        Invited ada = Invited.to(fair, HOUSE, "a", 1);
        HttpResponse<String> none = HOUSE.get(new Invited(fair, ada.link(), ada.wrong()).mail());

        HttpResponse<String> pressed =
                browser.press(
                        HOUSE,
                        event(),
                        "register",
                        "key=k",
                        "link=" + ada.wrong(),
                        "p0.name=Ada",
                        "p0.email=ada%40example.com",
                        "p0.item=" + Fair.TICKET);

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("There is no such invitation");
        assertThat(pressed.statusCode()).isEqualTo(422);
        assertThat(pressed.body()).contains("not known any more", "value=\"Ada\"");
        assertThat(pressed.body()).doesNotContain("name=\"link\"");
        assertThat(taken()).isZero();
    }
}
