package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Watch and Break it in a real browser.
@Timeout(180)
class WatchPageBrowserTest {
    private static final double LONG = 40_000;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    private Page page;

    /// Salesforce answers, and whoever came earlier is sent.
    @BeforeEach
    void watch() {
        page = chromium.desktop();
        page.request().post(OpenDemo.demo().url("/mend"));
        page.navigate(OpenDemo.demo().url("/watch"));
        nobodyWaits();
    }

    private void nobodyWaits() {
        assertThat(page.locator("#numbers dd").nth(1))
                .hasText("0", new HasTextOptions().setTimeout(LONG));
    }

    @AfterEach
    void nothing_was_written_to_the_console() {
        assertThat(chromium.complaints()).isEmpty();
    }

    private Locator state(int row) {
        return page.locator("tbody tr").nth(row).locator(".state");
    }

    @Test
    void whoever_registers_is_seen_waiting_and_then_sent_with_the_number_of_the_call() {
        page.locator("#crowd").click();
        assertThat(state(0)).containsText("waiting");
        page.evaluate("() => { window.same = true; }");

        assertThat(state(0)).containsText("sent", new ContainsTextOptions().setTimeout(LONG));
        Locator cells = page.locator("tbody tr").first().locator("td");
        assertThat(cells.nth(4)).hasText(Pattern.compile("a04\\w{15}"));
        assertThat(cells.nth(5)).hasText(Pattern.compile("#\\d+"));
        assertThat(page.evaluate("() => window.same")).as("renewed in place").isEqualTo(true);
    }

    @Test
    void broken_it_goes_on_and_mended_it_drains() {
        page.getByText("Break it: stop Salesforce for 60 s").click();
        assertThat(page.locator("#salesforce")).containsText("Salesforce is stopped");
        assertThat(page.locator("#countdown")).containsText(Pattern.compile("Back in \\d+ s"));

        page.locator("#crowd").click();
        assertThat(page.locator("#countdown")).containsText("25 wait for it");
        assertThat(state(0)).containsText("waiting");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/watch.png")));
        page.getByText("Mend now").click();

        assertThat(page.locator("#salesforce")).containsText("Salesforce answers");
        assertThat(state(0)).containsText("sent", new ContainsTextOptions().setTimeout(LONG));
        nobodyWaits();
    }

    @Test
    void the_keyboard_stays_where_it_is_while_the_page_renews_itself() {
        Locator link = page.locator("#event-3");
        link.focus();
        String before = page.locator("#seats").textContent();
        page.request().post(OpenDemo.demo().url("/crowd"));

        Eventually.so(
                "the seats are renewed",
                Duration.ofSeconds(20),
                () -> {
                    page.waitForTimeout(100);
                    return !page.locator("#seats").textContent().equals(before);
                });
        assertThat(page.locator("#event-3")).isFocused();
    }

    @Test
    void it_can_be_read_without_script() {
        Page plain = chromium.withoutScript();
        plain.navigate(OpenDemo.demo().url("/watch"));

        assertThat(plain.locator("noscript meta[http-equiv=refresh]")).hasCount(1);
        assertThat(plain.locator("#salesforce")).containsText("Salesforce answers");
    }

    @Test
    void both_pages_are_accessible_and_fit_the_smallest_phone() {
        for (String path : new String[] {"/watch", "/break-it"}) {
            for (Page one : new Page[] {chromium.desktop(), chromium.phone()}) {
                one.navigate(OpenDemo.demo().url(path));
                Chromium.isAccessible(one);
                Chromium.fitsItsWidth(one);
            }
        }
    }

    @Test
    void to_look_at_the_button_breaks_nothing() {
        page.navigate(OpenDemo.demo().url("/break-it"));
        page.navigate(OpenDemo.demo().url("/watch"));

        assertThat(page.locator("#salesforce")).containsText("Salesforce answers");
    }
}
