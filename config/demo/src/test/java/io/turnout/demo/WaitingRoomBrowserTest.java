package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The waiting room in a real browser: whoever comes while others wait moves forward, comes in and
/// registers, and never has to reload.
@Timeout(180)
class WaitingRoomBrowserTest {
    private static final Pattern PLACE =
            Pattern.compile("([0-9]+) people are before you, about .* as it goes now");
    private static final Pattern CONFIRMED = Pattern.compile(".*/r/[0-9a-f-]{36}$");
    private static final OrgId ORG = Samples.ORG_A;
    private static final EventId EVENT = Samples.OPEN_DAY;
    private static final String PAGE = "/o/" + ORG + "/e/" + EVENT;
    private static final String ROOMS = "/v1/operator/waiting-rooms";
    private static final int BEFORE = 300;
    private static final double TURN = 90_000;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /// An operator opens the room, and others take their tickets first.
    @BeforeEach
    void others_wait() {
        String event = "{\"org\":\"%s\",\"event\":\"%s\"}".formatted(ORG, EVENT);
        assertThat(operator(ROOMS, "POST", event)).isEqualTo(200);
        shows("You are in line");
        IntStream.range(0, BEFORE).parallel().forEach(_ -> somebodyComes());
    }

    @AfterEach
    void nobody_waits_any_more() {
        String query = "?org=" + ORG + "&event=" + EVENT;
        assertThat(operator(ROOMS + query, "DELETE", "")).isEqualTo(204);
        shows("<form");
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void shows(String words) {
        Eventually.so(
                "the page says " + words,
                Duration.ofSeconds(10),
                () -> OpenDemo.demo().get(PAGE).body().contains(words));
    }

    private static HttpRequest.Builder json(String path, String method, String body) {
        return HttpRequest.newBuilder(URI.create(OpenDemo.demo().url(path)))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static int operator(String path, String method, String body) {
        DemoProcess demo = OpenDemo.demo();
        try {
            String token = Files.readString(demo.file(DemoOperator.TOKEN));
            return demo.send(json(path, method, body).header("Authorization", "Bearer " + token))
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody without a ticket, who is given one.
    private static void somebodyComes() {
        String path = "/v1/orgs/%s/events/%s/registrations".formatted(ORG, EVENT);
        String body =
                "{\"attendees\":[{\"email\":\"a@example.org\",\"name\":\"A\",\"item\":\"%s\"}]}"
                        .formatted(Samples.OPEN_DAY_TICKET);
        HttpRequest.Builder request = json(path, "POST", body);
        String key = UUID.randomUUID().toString();
        assertThat(OpenDemo.demo().send(request.header("Idempotency-Key", key)).statusCode())
                .isEqualTo(429);
    }

    private static Locator status(Page page) {
        return page.getByRole(AriaRole.STATUS).first();
    }

    /// The places it shows until the form is there, smallest first.
    private static Set<Integer> placesUntilCalled(Page page) {
        Set<Integer> places = new TreeSet<>();
        int last = Integer.MAX_VALUE;
        long end = System.nanoTime() + Duration.ofMillis((long) TURN).toNanos();
        while (page.locator("#p0-name").count() == 0) {
            assertThat(System.nanoTime()).as("in line at %s", places).isLessThan(end);
            Matcher place = PLACE.matcher(page.locator("main").innerText());
            if (place.find()) {
                int now = Integer.parseInt(place.group(1));
                assertThat(now).isLessThanOrEqualTo(last);
                last = now;
                places.add(now);
            }
            page.waitForTimeout(200);
        }
        return places;
    }

    private static void register(Page page) {
        page.locator("#p0-name").fill("Ada Lovelace");
        page.locator("#p0-email").fill("ada@example.com");
        page.locator("#p0-email").press("Enter");
        assertThat(page).hasURL(CONFIRMED, new PageAssertions.HasURLOptions().setTimeout(TURN));
    }

    @Test
    void whoever_waits_moves_forward_comes_in_and_registers() {
        Page page = chromium.desktop();
        page.navigate(OpenDemo.demo().url(PAGE));
        assertThat(status(page)).containsText(PLACE);

        Set<Integer> places = placesUntilCalled(page);

        assertThat(places).hasSizeGreaterThan(1);
        register(page);
    }

    @Test
    void without_script_the_page_looks_again_all_the_same() {
        Page page = chromium.withoutScript();
        page.navigate(OpenDemo.demo().url(PAGE));
        assertThat(status(page)).containsText(PLACE);

        Set<Integer> places = placesUntilCalled(page);

        assertThat(places).hasSizeGreaterThan(1);
        register(page);
    }

    @Test
    void what_the_keyboard_opened_stays_open_on_a_small_phone_while_the_line_moves() {
        Page page = chromium.open(new Browser.NewContextOptions().setViewportSize(360, 640));
        page.navigate(OpenDemo.demo().url(PAGE));
        page.evaluate("() => { window.same = true; }");
        Chromium.isAccessible(page);
        Chromium.fitsItsWidth(page);
        String first = status(page).innerText();
        for (String reached : new String[] {"Skip to the content", "Look now", "How the order"}) {
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).containsText(reached);
        }
        page.keyboard().press("Enter");

        assertThat(status(page))
                .not()
                .hasText(first, new LocatorAssertions.HasTextOptions().setTimeout(TURN));

        assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        assertThat(page.locator("details[open]")).containsText("SHA-256 of the seed");
        assertThat(page.locator(":focus")).containsText("How the order");
        Chromium.isAccessible(page);
        Chromium.fitsItsWidth(page);
    }
}
