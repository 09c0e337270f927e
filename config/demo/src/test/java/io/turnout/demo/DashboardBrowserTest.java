package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The dashboard in a real browser: every page of it in light and dark, on the smallest phone, by
/// keyboard and without script, while it renews itself.
@Timeout(300)
class DashboardBrowserTest {
    private static final String ORG = "/operator/orgs/" + Samples.ORG_A;

    /// Each with the name of its pictures.
    private static final List<List<String>> PAGES =
            List.of(
                    List.of("overview", "/operator"),
                    List.of("orgs", "/operator/orgs"),
                    List.of("org", ORG),
                    List.of("outbox", "/operator/outbox"),
                    List.of("set-aside", ORG + "/set-aside"),
                    List.of("replay", ORG + "/set-aside/replay"),
                    List.of("licences", "/operator/licences"),
                    List.of("budgets", "/operator/budgets"),
                    List.of("waiting-rooms", "/operator/waiting-rooms"),
                    List.of("instances", "/operator/instances"),
                    List.of("hosts", "/operator/hosts"),
                    List.of("links", "/operator/links"),
                    List.of("rollouts", "/operator/rollouts"),
                    List.of("rollout-new", "/operator/rollouts/new"),
                    List.of("calendar", "/operator/calendar"),
                    List.of("flags", "/operator/flags"),
                    List.of("relocations", "/operator/relocations"),
                    List.of("relocations-of", "/operator/relocations?org=" + Samples.ORG_A),
                    List.of("erasures", "/operator/erasures"),
                    List.of("audit", "/operator/audit"),
                    List.of("sessions", "/operator/sessions"),
                    List.of("trouble", "/operator/orgs/nothing"));

    private static DeskBrowser desk;

    @BeforeAll
    static void open() {
        desk = new DeskBrowser();
        Troubled.demo(OpenDemo.demo());
    }

    @AfterAll
    static void close() {
        Troubled.mend(OpenDemo.demo());
        desk.close();
    }

    @AfterEach
    void nothing_was_written_to_the_console() {
        assertThat(desk.chromium().complaints())
                .filteredOn(text -> !text.contains("the server responded with a status of 4"))
                .isEmpty();
    }

    @Test
    void every_page_is_accessible_in_light_and_dark_and_fits_the_smallest_phone() {
        Page light = desk.chromium().open(desk.context().setColorScheme(ColorScheme.LIGHT));
        Page dark = desk.chromium().open(desk.context().setColorScheme(ColorScheme.DARK));
        Page phone = desk.chromium().open(desk.context().setViewportSize(320, 640));
        for (List<String> page : PAGES) {
            light.navigate(DeskBrowser.url(page.getLast()));
            DeskBrowser.picture(light, page.getFirst());
            Chromium.isAccessible(light);
            dark.navigate(DeskBrowser.url(page.getLast()));
            DeskBrowser.picture(dark, page.getFirst() + "-dark");
            Chromium.isAccessible(dark);
            phone.navigate(DeskBrowser.url(page.getLast()));
            DeskBrowser.picture(phone, page.getFirst() + "-phone");
            Chromium.fitsItsWidth(phone);
            Chromium.isAccessible(phone);
        }
    }

    @Test
    void every_page_can_be_read_without_script() {
        Page page = desk.chromium().open(desk.context().setJavaScriptEnabled(false));
        for (List<String> one : PAGES) {
            page.navigate(DeskBrowser.url(one.getLast()));

            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.locator("main")).not().hasText("");
        }
        page.navigate(DeskBrowser.url("/operator/budgets"));
        assertThat(page.locator("noscript meta[http-equiv=refresh]")).hasCount(1);
        page.locator("summary[id^=calls]").first().click();
        assertThat(page.locator("td[data-at]").first()).isVisible();
    }

    @Test
    void without_script_a_host_is_closed_over_a_page_that_says_what_will_happen() {
        Page page = desk.chromium().open(desk.context().setJavaScriptEnabled(false));
        page.navigate(DeskBrowser.url("/operator/hosts"));
        page.locator("#turn-plain\\.example").click();

        assertThat(page).hasURL(DeskBrowser.url("/operator/hosts/plain.example/close"));
        assertThat(page.locator(".changes li").first())
                .hasText("Whoever opens plain.example is told that it is closed.");
        page.locator("#do-it").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The host is closed.");
        assertThat(page.locator("#turn-plain\\.example")).hasText("Open again…");
    }

    @Test
    void with_the_keyboard_alone_a_host_is_closed_in_a_dialog_that_gives_the_focus_back() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/hosts"));
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Enter");
        for (int tabs = 0; tabs < 20 && !focused(page).equals("turn-keys.example"); tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(page.locator("#ask .changes li").first()).containsText("keys.example");
        Chromium.isAccessible(page);
        DeskBrowser.picture(page, "dialog");

        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(page.locator("#turn-keys\\.example")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#leave-it")).isFocused();
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("#do-it")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The host is closed.");
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.id"));
    }

    @Test
    void the_focus_stays_while_the_page_renews_itself() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/orgs"));
        assertThat(page.locator("#pulse-how")).hasText(", live");
        page.evaluate(
                "() => { window.looks = 0; document.addEventListener('htmx:afterSwap', () =>"
                        + " window.looks++); }");
        page.route("**/operator/orgs", DashboardBrowserTest::somethingIsNew);
        page.locator("#org-" + Samples.ORG_A).focus();

        Eventually.so(
                "it was renewed twice",
                Duration.ofSeconds(30),
                () -> {
                    page.waitForTimeout(200);
                    return ((Number) page.evaluate("() => window.looks")).intValue() >= 2;
                });

        assertThat(page.locator("#org-" + Samples.ORG_A)).isFocused();
    }

    /// A page where nothing is new is left alone.
    private static void somethingIsNew(Route route) {
        APIResponse page = route.fetch();
        String body = page.text().replace("<tbody>", "<tbody data-at=\"" + Instant.now() + "\">");
        route.fulfill(new Route.FulfillOptions().setResponse(page).setBody(body));
    }

    @Test
    void where_no_stream_is_to_be_had_it_looks_again_by_itself() {
        Page page = desk.chromium().open(desk.context());
        page.route(
                "**/operator/live",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        page.navigate(DeskBrowser.url("/operator"));

        assertThat(page.locator("#pulse-how")).hasText(", looks again every 10 s");
        var _ = desk.chromium().complaints();
    }

    @Test
    void what_was_set_aside_is_owed_again_after_its_exact_list_was_shown() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url(ORG + "/set-aside"));
        int rows = page.locator("tbody tr").count();
        assertThat(rows).isPositive();
        page.locator("#replay-all").click();
        assertThat(page.locator("#ask .changes li").first())
                .hasText(Pattern.compile("^" + rows + " of organisation " + Samples.ORG_A + ".*"));
        page.locator("#ask #do-it").click();

        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText(Pattern.compile(".*Owed again: " + rows + ".*"));
    }

    @Test
    void who_signs_out_is_shown_the_way_in_and_nothing_else() {
        Page page = desk.chromium().desktop();
        page.navigate(
                DeskBrowser.url("/operator/demo?code=" + OpenDemo.demo().content("operator.code")));
        page.locator("#role").selectOption("viewer");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("nav")).not().containsText("Audit trail");
        page.locator("#who summary").click();
        DeskBrowser.picture(page, "viewer");
        page.locator("#sign-out").click();

        assertThat(page).hasURL(DeskBrowser.url("/operator/sign-in?out"));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("You are signed out");
        Chromium.isAccessible(page);
        DeskBrowser.picture(page, "signed-out");
        page.navigate(DeskBrowser.url("/operator/orgs"));
        assertThat(page).hasURL(Pattern.compile(".*/operator/sign-in\\?then=.*"));
    }

    @Test
    void a_viewer_is_offered_nothing_to_do_and_told_why_a_page_stays_closed() {
        Page page = desk.chromium().desktop();
        page.navigate(
                DeskBrowser.url("/operator/demo?code=" + OpenDemo.demo().content("operator.code")));
        page.locator("#role").selectOption("viewer");
        page.getByRole(AriaRole.BUTTON).click();
        page.navigate(DeskBrowser.url("/operator/hosts"));
        assertThat(page.locator("[data-ask]")).hasCount(0);
        page.navigate(DeskBrowser.url("/operator/audit"));

        assertThat(page.locator("main")).containsText("Your roles do not open this");
    }

    @Test
    void only_whoever_started_the_demo_signs_in_to_it() {
        assertThat(OpenDemo.demo().get("/operator/demo").statusCode()).isEqualTo(404);
        assertThat(OpenDemo.demo().get("/operator/demo?code=guessed").statusCode()).isEqualTo(404);
    }

    @Test
    void the_pages_allow_nothing_but_themselves() {
        Page page = desk.chromium().open(desk.context());
        var answer = page.navigate(DeskBrowser.url("/operator"));

        assertThat(answer.headerValue("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headerValue("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.headerValue("cache-control")).isEqualTo("no-store");
        assertThat(page.content()).doesNotContain("style=\"").doesNotContain("onclick");
    }
}
