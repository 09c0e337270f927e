package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The checkout in steps in a real browser: the seats are held before anybody is named.
@Timeout(180)
class CheckoutBrowserTest {
    private static final Pattern CONFIRMED = Pattern.compile(".*/r/[0-9a-f-]{36}$");
    private static final Pattern HELD = Pattern.compile("Your places are held until \\d\\d:\\d\\d");
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @AfterEach
    void nothing_was_written_to_the_console() {
        assertThat(chromium.complaints())
                .filteredOn(text -> !text.contains("the server responded with a status of 4"))
                .isEmpty();
    }

    private static String url() {
        return OpenDemo.demo().url("/o/" + Samples.ORG_B + "/e/" + Samples.RAILWAY);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void type(Page page, int person, String name) {
        page.locator("#p" + person + "-name").fill(name);
        page.locator("#p" + person + "-email").fill("person" + person + "@example.com");
    }

    @Test
    void without_script_two_places_are_held_named_looked_over_and_taken() {
        Page page = chromium.withoutScript();
        page.navigate(url());
        page.locator("[name='p0.item']").first().check();
        button(page, "Add another place").click();
        page.locator("[name='p1.item']").first().check();
        button(page, "Hold these 2 places for ten minutes").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText(HELD);
        type(page, 0, "Ada Lovelace");
        type(page, 1, "Grace Hopper");
        button(page, "Go on").click();
        assertThat(page.locator("dl")).containsText("Grace Hopper");
        button(page, "Change something").click();
        assertThat(page.locator("#p1-name")).hasValue("Grace Hopper");
        type(page, 1, "Rear Admiral Hopper");
        button(page, "Go on").click();
        button(page, "Register 2 people").click();

        assertThat(page).hasURL(CONFIRMED);
        assertThat(page.locator("dd li")).hasCount(2);
    }

    @Test
    void who_leaves_and_comes_back_finds_the_place_or_gives_it_back() {
        Page page = chromium.desktop();
        page.navigate(url());
        page.locator("[name='p0.item']").first().check();
        button(page, "Hold this place for ten minutes").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(HELD);

        page.navigate(url() + "/checkout");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(HELD);
        button(page, "Give the places back").click();

        assertThat(page).hasURL(url());
    }

    @Test
    void every_step_is_accessible_and_fits_the_smallest_phone() {
        for (Page page : new Page[] {chromium.desktop(), chromium.phone()}) {
            page.navigate(url());
            Chromium.isAccessible(page);
            Chromium.fitsItsWidth(page);
            button(page, "Hold this place for ten minutes").click();
            Chromium.isAccessible(page);
            Chromium.fitsItsWidth(page);
            button(page, "Go on").click();
            assertThat(page.locator("#form")).isFocused();
            Chromium.isAccessible(page);
            type(page, 0, "Ada Lovelace");
            button(page, "Go on").click();
            Chromium.isAccessible(page);
            Chromium.fitsItsWidth(page);
        }
    }
}
