package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pulling a feature back and taking a plan through its first wave in a real browser.
@Timeout(180)
class ReleasePagesBrowserTest {
    private static final String BULK = "bulk-lane";
    private static DeskBrowser desk;

    @BeforeAll
    static void open() {
        desk = new DeskBrowser();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void a_feature_is_pulled_back_and_let_on_again_and_the_page_says_where_that_holds() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/flags"));
        page.locator("#kill-" + BULK).click();
        assertThat(page.locator("#ask .changes li").first())
                .hasText(
                        "bulk-lane goes off for every organisation, within a second, on every"
                                + " instance.");
        Chromium.isAccessible(page);
        DeskBrowser.picture(page, "flags-dialog");
        page.locator("#reason").fill("Jobs pile up");
        page.locator("#do-it").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Pulled back, as revision");
        assertThat(page.locator("#live .bar").first())
                .hasText(Pattern.compile("1 of\\s+1 instances[^\"]*ms"));
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("off for everybody");
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("Jobs pile up");
        DeskBrowser.picture(page, "flags-killed");
        Chromium.isAccessible(page);
        page.navigate(DeskBrowser.url("/operator/orgs/" + Samples.ORG_A));
        assertThat(page.locator("tr:has-text('bulk-lane')")).containsText("pulled back");
        DeskBrowser.picture(page, "org-features");

        page.navigate(DeskBrowser.url("/operator/flags"));
        page.locator("#lift-bulk-lane-all").click();
        page.locator("#reason").fill("Mended");
        page.locator("#do-it").click();
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("on for everybody");
        assertThat(desk.chromium().complaints()).isEmpty();
    }

    @Test
    void a_plan_is_approved_reaches_its_first_wave_and_is_rolled_back_by_keyboard() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/rollouts"));
        DeskBrowser.picture(page, "rollouts-asked");
        Chromium.isAccessible(page);
        page.getByText("The checkout in steps, for everybody").click();
        page.locator("#whom-2").click();
        assertThat(page.locator("main")).containsText("matches");
        DeskBrowser.picture(page, "rollout-preview");
        Chromium.isAccessible(page);
        page.goBack();
        page.locator("#go-approve").press("Enter");
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("Seen with the team");
        DeskBrowser.picture(page, "rollout-dialog");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("how the plan stands now");
        assertThat(page.locator("section:has(#wave-1)")).containsText("1 have it");
        assertThat(page.locator("section:has(#wave-1)")).containsText("too little seen yet");
        DeskBrowser.picture(page, "rollout");
        Chromium.isAccessible(page);
        for (int i = 0; i < 20; i++) {
            var _ = OpenDemo.demo().get("/v1/orgs/" + Samples.ORG_B + "/events");
        }
        WavePlots.are_seen(desk, page);
        Page phone =
                desk.chromium()
                        .open(
                                desk.context()
                                        .setColorScheme(ColorScheme.DARK)
                                        .setViewportSize(320, 640));
        phone.navigate(page.url());
        DeskBrowser.picture(phone, "rollout-dark-phone");
        Chromium.fitsItsWidth(phone);
        Chromium.isAccessible(phone);
        page.locator("#roll-back-1").press("Enter");
        assertThat(page.locator("#ask .changes")).containsText(Samples.ORG_B.value());
        page.locator("#reason").fill("Only a trial");
        page.keyboard().press("Enter");

        assertThat(page.locator("section:has(#wave-1)")).containsText("rolled back");
        assertThat(page.locator("#live .facts")).containsText("paused");
        assertThat(desk.chromium().complaints()).isEmpty();
        putBack();
    }

    /// The other tests find the second org as they expect it.
    private static void putBack() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/flags"));
        page.locator("#lift-checkout-v2-" + Samples.ORG_B.value()).click();
        page.locator("#reason").fill("The trial is over");
        page.locator("#do-it").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Lifted");
    }
}
