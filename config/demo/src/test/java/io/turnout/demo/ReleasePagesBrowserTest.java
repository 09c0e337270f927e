package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pulling a feature back and taking a plan through its first wave in a real browser.
@Timeout(180)
class ReleasePagesBrowserTest {
    private static final String BULK = "bulk-lane";
    private static Chromium chromium;
    private static String signedIn = "";

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        Page page = chromium.desktop();
        page.navigate(url("/operator/demo?code=" + OpenDemo.demo().content("operator.code")));
        page.getByRole(AriaRole.BUTTON).click();
        page.waitForURL(url("/operator"));
        signedIn = page.context().storageState();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private static String url(String path) {
        return OpenDemo.demo().url(path);
    }

    private static Browser.NewContextOptions context() {
        return new Browser.NewContextOptions().setStorageState(signedIn).setViewportSize(1280, 860);
    }

    private static void picture(Page page, String name) {
        Path file = Path.of("target", "dashboard", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Test
    void a_feature_is_pulled_back_and_let_on_again_and_the_page_says_where_that_holds() {
        Page page = chromium.open(context());
        page.navigate(url("/operator/flags"));
        page.locator("#kill-" + BULK).click();
        assertThat(page.locator("#ask .changes li").first())
                .hasText(
                        "bulk-lane goes off for every organisation, within a second, on every"
                                + " instance.");
        Chromium.isAccessible(page);
        picture(page, "flags-dialog");
        page.locator("#reason").fill("Jobs pile up");
        page.locator("#do-it").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Pulled back, as revision");
        assertThat(page.locator("#live .bar").first())
                .hasText(Pattern.compile("1 of\\s+1 instances[^\"]*ms"));
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("off for everybody");
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("Jobs pile up");
        picture(page, "flags");
        Chromium.isAccessible(page);
        page.navigate(url("/operator/orgs/" + Samples.ORG_A));
        assertThat(page.locator("tr:has-text('bulk-lane')")).containsText("pulled back");
        picture(page, "org-features");

        page.navigate(url("/operator/flags"));
        page.locator("#lift-bulk-lane-all").click();
        page.locator("#reason").fill("Mended");
        page.locator("#do-it").click();
        assertThat(page.locator("article:has(#flag-bulk-lane)")).containsText("on for everybody");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void it_is_accessible_in_the_dark_and_fits_the_smallest_phone() {
        Page dark = chromium.open(context().setColorScheme(ColorScheme.DARK));
        dark.navigate(url("/operator/flags"));
        picture(dark, "flags-dark");
        Chromium.isAccessible(dark);
        Page phone = chromium.open(context().setViewportSize(320, 640));
        phone.navigate(url("/operator/flags"));
        picture(phone, "flags-phone");
        Chromium.fitsItsWidth(phone);
        Chromium.isAccessible(phone);
    }

    @Test
    void a_plan_is_approved_reaches_its_first_wave_and_is_rolled_back_by_keyboard() {
        Page page = chromium.open(context());
        page.navigate(url("/operator/rollouts"));
        picture(page, "rollouts");
        Chromium.isAccessible(page);
        page.getByText("The checkout in steps, for everybody").click();
        page.locator("#go-approve").press("Enter");
        assertThat(page.locator("#reason")).isFocused();
        page.keyboard().type("Seen with the team");
        picture(page, "rollout-dialog");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("how the plan stands now");
        assertThat(page.locator("section:has(#wave-1)")).containsText("1 have it");
        assertThat(page.locator("section:has(#wave-1)")).containsText("too little seen yet");
        picture(page, "rollout");
        Chromium.isAccessible(page);
        Page phone =
                chromium.open(context().setColorScheme(ColorScheme.DARK).setViewportSize(320, 640));
        phone.navigate(page.url());
        picture(phone, "rollout-dark-phone");
        Chromium.fitsItsWidth(phone);
        Chromium.isAccessible(phone);
        page.locator("#roll-back-1").press("Enter");
        assertThat(page.locator("#ask .changes")).containsText(Samples.ORG_B.value());
        page.locator("#reason").fill("Only a trial");
        page.keyboard().press("Enter");

        assertThat(page.locator("section:has(#wave-1)")).containsText("rolled back");
        assertThat(page.locator("#live .facts")).containsText("paused");
        assertThat(chromium.complaints()).isEmpty();
        putBack();
    }

    /// The other tests find the second org as they expect it.
    private static void putBack() {
        Page page = chromium.open(context());
        page.navigate(url("/operator/flags"));
        page.locator("#lift-checkout-v2-" + Samples.ORG_B.value()).click();
        page.locator("#reason").fill("The trial is over");
        page.locator("#do-it").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Lifted");
    }
}
