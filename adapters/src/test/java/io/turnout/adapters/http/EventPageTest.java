package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.capacity.Seats;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.registration.Undecided;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The page of an event as a stranger may use it: every answer is a page that says what to do,
/// and none is a 500. What it looks like is tried in a browser, by the tests of the demo.
class EventPageTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final BrokenBook BOOK = new BrokenBook();
    private static final OpenHouse BUSY =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard(), BOOK::in);

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(1));

    @AfterAll
    static void close() {
        HOUSE.close();
        BUSY.close();
    }

    private String path() {
        return path(fair);
    }

    private static String path(Fair fair) {
        return "/o/" + fair.org() + "/e/" + Fair.FAIR;
    }

    private static String form(String key, String name) {
        return "key=%s&people=1&p0.name=%s&p0.email=ada%%40example.com&p0.item=%s&do=register"
                .formatted(key, name, Fair.TICKET);
    }

    private HttpResponse<String> post(String body, String... headers) {
        return post(HOUSE, path(), body, headers);
    }

    private static HttpResponse<String> post(
            OpenHouse house, String path, String body, String... headers) {
        HttpRequest.Builder request =
                house.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return house.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static void says(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains(words);
    }

    @Test
    void whoever_registers_goes_on_to_a_page_whose_address_holds_no_secret() {
        HttpResponse<String> kept = post(form("k1", "Ada"));
        HttpResponse<String> again = post(form("k1", "Ada"));

        assertThat(kept.statusCode()).isEqualTo(303);
        String page = kept.headers().firstValue("Location").orElse("");
        String cookie = kept.headers().firstValue("Set-Cookie").orElse("");
        assertThat(page).matches("/o/" + fair.org() + "/r/[0-9a-f-]{36}");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=" + page, "Max-Age=3600");
        assertThat(again.headers().firstValue("Location")).contains(page);
        says(HOUSE.get(page), 403, "in the browser it was made with");
        String mine = cookie.substring(0, cookie.indexOf(';'));
        says(HOUSE.send(HOUSE.request(page).header("Cookie", mine)), 200, "You are registered");
    }

    @Test
    void a_full_event_says_so_and_keeps_what_was_typed() {
        assertThat(post(form("k1", "Ada")).statusCode()).isEqualTo(303);

        says(post(form("k2", "Grace")), 409, "Fair is sold out", "value=\"Grace\"", "k2");
    }

    @Test
    void whoever_will_wait_joins_the_line_and_accepts_what_is_offered() {
        HttpResponse<String> seated = post(form("k1", "Ada"));
        assertThat(HOUSE.get(path()).body()).contains("join the waiting list");
        HttpResponse<String> joined = post(form("k2", "Grace").replace("=register", "=wait"));

        assertThat(joined.statusCode()).isEqualTo(303);
        says(mine(joined, "GET", ""), 200, "You are on the waiting list", "Place 1.");
        says(mine(joined, "POST", "/accept"), 409, "Nothing is offered now");
        assertThat(mine(seated, "POST", "/cancel").statusCode()).isEqualTo(303);
        says(mine(joined, "GET", ""), 200, "Seats are offered to you", "13:15", "/accept");
        assertThat(mine(joined, "POST", "/accept").statusCode()).isEqualTo(303);
        says(mine(joined, "GET", ""), 200, "You are registered");
    }

    /// What the browser that was answered so gets on the page it was sent to.
    private HttpResponse<String> mine(HttpResponse<String> kept, String method, String action) {
        String page = kept.headers().firstValue("Location").orElse("");
        String cookie = kept.headers().firstValue("Set-Cookie").orElse("");
        return HOUSE.send(
                HOUSE.request(page + action)
                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void a_group_that_never_fits_is_not_let_into_the_line() {
        String pair =
                "key=k&people=2&do=wait&p0.name=A&p0.email=a%40example.com&p0.item="
                        + Fair.TICKET
                        + "&p1.name=B&p1.email=b%40example.com&p1.item="
                        + Fair.TICKET;

        says(post(pair), 409, "The waiting list is not open to your group");
    }

    @Test
    void a_key_that_was_used_is_replaced_so_that_the_next_press_works() {
        assertThat(post(form("k1", "Ada")).statusCode()).isEqualTo(303);
        HttpResponse<String> other = post(form("k1", "Grace"));

        says(other, 422, "has registered others already", "value=\"Grace\"");
        assertThat(other.body()).doesNotContain("value=\"k1\"");
    }

    @Test
    void everybody_is_shown_the_same_page_and_caches_may_keep_it() {
        HttpResponse<String> page = HOUSE.get(path());
        HttpResponse<String> other = HOUSE.get(path());
        String tag = page.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> known = HOUSE.send(HOUSE.request(path()).header("If-None-Match", tag));

        assertThat(page.body()).isEqualTo(other.body()).doesNotContain("name=\"key\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains(Edge.PUBLIC);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(post(form("k", "Ada")).statusCode()).isEqualTo(303);
        HttpResponse<String> sold = HOUSE.send(HOUSE.request(path()).header("If-None-Match", tag));
        assertThat(sold.statusCode()).isEqualTo(200);
        assertThat(sold.body()).contains("Sold out");
    }

    @Test
    void media_come_from_nowhere_but_the_page_itself() {
        HttpResponse<String> page = HOUSE.get(path());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "img-src 'self'");
        assertThat(page.body()).doesNotContain("<img", "<video", "<audio", "data:");
    }

    @Test
    void a_form_gets_its_key_when_it_is_sent_and_is_one_registration_however_often() {
        HttpResponse<String> first = post(form("", "Ada"));
        String here = first.headers().firstValue("Location").orElse("");
        String cookie = first.headers().firstValue("Set-Cookie").orElse("");
        HttpResponse<String> kept = post(HOUSE, here, form("", "Ada"));
        String mine = cookie.substring(0, cookie.indexOf(';'));
        HttpResponse<String> again = post(form("", "Ada"), "Cookie", mine);
        HttpResponse<String> other = post(form("", "Grace"), "Cookie", mine);

        assertThat(first.statusCode()).isEqualTo(307);
        assertThat(here).matches(path() + "\\?key=[0-9a-f-]{36}");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=" + path());
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(kept.headers().firstValue("Location"));
        says(other, 422, "has registered others already", "name=\"key\"");
    }

    @Test
    void who_registers_somebody_else_gets_a_form_of_its_own() {
        says(HOUSE.get(path() + "?again"), 200, "name=\"key\"");
    }

    @Test
    void a_key_or_a_cookie_that_is_none_is_replaced() {
        String cookie = "turnout-checkout-" + Fair.FAIR + "=";
        assertThat(post(form("", "Ada"), "Cookie", cookie).statusCode()).isEqualTo(307);
        assertThat(post(HOUSE, path() + "?key=%20", form("", "Ada")).statusCode()).isEqualTo(307);
    }

    @Test
    void an_organiser_without_a_licence_takes_nobody() {
        HOUSE.memory.licenses().keep(new License("L-1", LicenseStatus.SUSPENDED, fair.org()));

        says(post(form("k", "Ada")), 403, "cannot take registrations", "value=\"Ada\"");
    }

    @Test
    void what_is_gone_or_never_was_is_a_page_too() {
        HOUSE.memory.pages().withdraw(fair.org(), Fair.FAIR);

        says(HOUSE.get(path()), 404, "There is no such event");
        HttpRequest.Builder nothing =
                HOUSE.request("/o/nobody/e/nothing").header("Accept", "text/html");
        says(HOUSE.send(nothing), 404, "There is nothing here");
    }

    @Test
    void text_that_cannot_be_kept_is_told_beside_its_field() {
        says(post(form("k", "Ada%00")), 422, "Name has control characters", "value=\"Ada\"");
        says(post(form("k", "%F0%9F%98%80".repeat(41))), 422, "Name has more than 80 characters");
    }

    @Test
    void what_is_typed_is_text_and_never_markup() {
        String typed = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22";

        HttpResponse<String> answer = post(form("k", typed).replace("ada%40example.com", "ada"));

        says(answer, 422, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;");
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void what_no_browser_sends_is_refused_kindly() {
        for (String body : List.of("p0.name=%ff", "p0.name=%2", "p0.name=%zz", "%c0%80=1")) {
            says(post(body), 400, "The form could not be read");
        }
        says(post("people=-7&do=register&key=k"), 422, "Name is missing");
        says(post("people=999999&do=add&key=k"), 200, "Fifty is as many");
        says(post("key=k"), 422, "Name is missing");
    }

    @Test
    void a_form_from_elsewhere_does_nothing() {
        Map<String, String> elsewhere =
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example");

        elsewhere.forEach(
                (header, value) ->
                        says(
                                post(form("k", "Ada"), header, value),
                                403,
                                "This form came from another site"));
        String here = "http://127.0.0.1:" + HOUSE.port();
        assertThat(post(form("k", "Ada"), "Origin", here).statusCode()).isEqualTo(303);
    }

    @Test
    void when_nothing_is_decided_one_button_sends_the_same_again() {
        BOOK.answers(Undecided.Cause.OVERLOADED);
        Fair busy = Fair.open(BUSY.memory, new Seats.Unlimited());

        HttpResponse<String> answer = post(BUSY, path(busy), form("k7", "Ada"));

        says(answer, 503, "name=\"key\" value=\"k7\"", "name=\"p0.name\" value=\"Ada\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
