package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/// How a wave that has orgs fares over time, as it is shown to whoever looks at its plan.
final class WavePlots {
    private WavePlots() {}

    /// They are drawn on the board, stay while it renews itself, and can be read as tables.
    static void are_seen(DeskBrowser desk, Page page) {
        page.reload();
        assertThat(page.locator("#plot-1-0 canvas")).isVisible();
        assertThat(page.locator("#over-1 canvas")).hasCount(4);
        page.evaluate("() => (document.querySelector('#plot-1-0 canvas').id = 'the-same')");
        page.evaluate(
                "() => { window.looks = 0; document.addEventListener('htmx:afterSwap', () =>"
                        + " window.looks++); }");
        page.locator("#plot-1-0-numbers").focus();
        page.keyboard().press("Enter");
        page.waitForFunction("() => window.looks >= 2");
        assertThat(page.locator("#the-same")).isVisible();
        assertThat(page.locator("#plot-1-0-numbers")).isFocused();
        assertThat(page.locator("#plot-1-0-data tbody tr").first()).isVisible();
        DeskBrowser.picture(page, "rollout-plots");
        Chromium.isAccessible(page);
        String alone = page.url().replaceAll("\\?.*", "") + "/waves/1/health";
        Page phone =
                desk.chromium()
                        .open(
                                desk.context()
                                        .setColorScheme(ColorScheme.DARK)
                                        .setViewportSize(320, 640));
        phone.navigate(alone);
        DeskBrowser.picture(phone, "wave-health-dark-phone");
        Chromium.fitsItsWidth(phone);
        Chromium.isAccessible(phone);
        Page plain = desk.chromium().open(desk.context().setJavaScriptEnabled(false));
        plain.navigate(alone);
        plain.locator("#plot-1-0-numbers").click();
        assertThat(plain.locator("#plot-1-0-data tbody tr").first()).isVisible();
    }
}
