package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.turnout.domain.event.EventId;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Registering in a real browser: without script, with the keyboard alone, on the smallest phone.
@Timeout(180)
class EventPageBrowserTest {
    private static final Pattern CONFIRMED = Pattern.compile(".*/r/[0-9a-f-]{36}$");
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

    private static String url(EventId event) {
        return OpenDemo.demo().url("/o/" + Samples.ORG_A + "/e/" + event);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void without_script_two_people_register_and_one_press_cancels_both() {
        Page page = chromium.withoutScript();
        page.navigate(url(Samples.CONFERENCE));
        page.getByLabel("Name").fill("Ada Lovelace");
        page.getByLabel("E-mail").fill("ada@example.com");
        page.getByLabel("Students").check();
        page.getByLabel("Boat trip").check();
        button(page, "Add another person").click();

        assertThat(page.getByLabel("Name").first()).hasValue("Ada Lovelace");
        assertThat(page.locator("[name='p0.sessions']:checked")).hasCount(1);
        page.locator("#p1-name").fill("Grace Hopper");
        page.locator("#p1-email").fill("grace@example.com");
        page.locator("[name='p1.item']").last().check();
        button(page, "Register 2 people").click();

        assertThat(page).hasURL(CONFIRMED);
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("You are registered");
        assertThat(page.locator("dd li")).hasText(new String[] {"Students, Boat trip", "Students"});
        page.getByText("Cancel this registration").click();
        button(page, "Cancel it now").click();
        assertThat(page.getByRole(AriaRole.HEADING).first())
                .hasText("Your registration is cancelled");
    }

    @Test
    void the_same_form_sent_twice_is_one_registration() {
        Page page = chromium.desktop();
        page.navigate(url(Samples.OPEN_DAY));
        page.getByLabel("Name").fill("Twice");
        page.getByLabel("E-mail").fill("twice@example.com");
        button(page, "Register").click();
        assertThat(page).hasURL(CONFIRMED);
        String first = page.url();

        page.goBack();
        page.getByLabel("Name").fill("Twice");
        page.getByLabel("E-mail").fill("twice@example.com");
        button(page, "Register").click();

        assertThat(page).hasURL(first);
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost() {
        Page page = chromium.withoutScript();
        page.navigate(url(Samples.CONFERENCE));
        page.getByLabel("Name").fill("<b>Ada</b> & \"Co\"");
        page.getByLabel("E-mail").fill("not an address");
        button(page, "Register").click();

        assertThat(page).hasTitle(Pattern.compile("^Error: .*"));
        assertThat(page.locator("#form")).isFocused();
        assertThat(page.getByLabel("Name")).hasValue("<b>Ada</b> & \"Co\"");
        assertThat(page.getByLabel("E-mail")).hasValue("not an address");
        assertThat(page.getByLabel("E-mail"))
                .hasAccessibleDescription(Pattern.compile("E-mail is not an e-mail address"));
        assertThat(page.locator("#p0-item"))
                .hasAccessibleDescription(Pattern.compile("Ticket is missing"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/wrong.png")));
    }

    @Test
    void who_comes_too_late_is_told_which_room_is_full() {
        Page page = chromium.withoutScript();
        page.navigate(url(Samples.TABLE));
        for (int more = 0; more < 3; more++) {
            button(page, "Add another person").click();
        }
        for (int person = 0; person < 4; person++) {
            page.locator("#p" + person + "-name").fill("Guest " + person);
            page.locator("#p" + person + "-email").fill("guest" + person + "@example.com");
        }
        button(page, "Register 4 people").click();

        assertThat(page.locator("#form")).containsText("The Captain’s Table has 3 seats left");
        assertThat(page.locator("#p3-name")).hasValue("Guest 3");
        button(page, "Remove person 4").click();
        button(page, "Register 3 people").click();
        assertThat(page).hasURL(CONFIRMED);
    }

    @Test
    void the_keyboard_alone_is_enough() {
        Page page = chromium.desktop();
        page.navigate(url(Samples.OPEN_DAY));
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().type("Keyboard Only");
        page.keyboard().press("Tab");
        page.keyboard().type("keys@example.com");

        page.keyboard().press("Enter");

        assertThat(page).hasURL(CONFIRMED);
        assertThat(page.locator("#delivery")).containsText("The organiser has it.", waiting());
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions
            waiting() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(30_000);
    }

    @Test
    void it_is_accessible_and_fits_the_smallest_phone() {
        for (Page page : new Page[] {chromium.desktop(), chromium.phone()}) {
            page.navigate(url(Samples.CONFERENCE));
            Chromium.isAccessible(page);
            Chromium.fitsItsWidth(page);
            button(page, "Register").click();
            Chromium.isAccessible(page);
            Chromium.fitsItsWidth(page);
        }
    }

    @Test
    void the_page_allows_nothing_but_itself_and_tells_strangers_nothing() {
        var answer = OpenDemo.demo().get("/o/" + Samples.ORG_A + "/e/" + Samples.TABLE);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("public", "max-age=1"));

        Page page = chromium.withoutScript();
        page.navigate(url(new EventId("a01xx0000000009")));
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("There is no such event");
    }
}
