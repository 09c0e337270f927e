package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A plan is written, looked at and submitted in a real browser, with script and without, by
/// keyboard and on the smallest phone. Pictures leave empty styles on fields, which the policy of
/// the pages refuses when htmx copies them: so one is taken where nothing is swapped any more.
@Timeout(240)
class PlanPagesBrowserTest {
    private static final String NEW = "/operator/rollouts/new";

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
    void a_plan_is_written_by_keyboard_and_the_focus_goes_with_the_wave() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url("/operator/rollouts"));
        page.locator("#new").press("Enter");
        Chromium.isAccessible(page);
        page.locator("#title").fill("The waiting room, for everybody");
        page.locator("#flag").selectOption("waiting-room");

        page.locator("#add-wave").press("Enter");
        assertThat(page.locator("#k5-title")).isFocused();
        page.keyboard().type("The rest");
        page.locator("#k5-up").press("Enter");
        assertThat(page.locator("#k5 legend")).hasText("Wave 4");
        assertThat(page.locator("#k5-up")).isFocused();
        assertThat(page.locator("#k5-title")).hasValue("The rest");
        page.locator("#k2-remove").press("Enter");
        assertThat(page.locator("#add-wave")).isFocused();
        assertThat(page.locator("#k2")).hasCount(0);
        assertThat(page.locator("#title")).hasValue("The waiting room, for everybody");

        page.locator("#look").press("Enter");
        assertThat(page.locator("#preview")).isFocused();
        assertThat(page.locator("#whom")).containsText("Nothing is kept yet");
        assertThat(page.locator("#in-1-list")).containsText(Samples.ORG_B.value());
        DeskBrowser.picture(page, "plan-preview");
        Chromium.isAccessible(page);

        page.locator("#save").press("Enter");
        assertThat(page.locator("#complaints")).isFocused();
        assertThat(page.locator("#reason-wrong")).isVisible();
        DeskBrowser.picture(page, "plan-complaints");
        Chromium.isAccessible(page);
        page.locator("#reason").fill("It is ready");
        page.locator("#submit").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("waits for somebody else");
        assertThat(page.locator("#live .facts")).containsText("in review");
        assertThat(page.locator("#edit")).isVisible();
        DeskBrowser.picture(page, "plan-submitted");
        assertThat(complaints()).isEmpty();
    }

    private static List<String> complaints() {
        return desk.chromium().complaints().stream()
                .filter(text -> !text.contains("the server responded with a status of 4"))
                .toList();
    }

    @Test
    void without_script_waves_are_added_and_moved_and_the_plan_is_kept() {
        Page page = desk.chromium().open(desk.context().setJavaScriptEnabled(false));
        page.navigate(DeskBrowser.url(NEW));
        page.locator("#title").fill("Without script");
        page.locator("#flag").selectOption("bulk-lane");
        page.locator("#add-wave").click();
        page.locator("#k5-title").fill("Last");
        page.locator("#k1-down").click();
        assertThat(page.locator("#k1 legend")).hasText("Wave 2");
        assertThat(page.locator("#k5-title")).hasValue("Last");
        page.locator("#look").click();
        assertThat(page.locator("#whom")).containsText("Who is in, and when");
        page.locator("#reason").fill("To try it");
        page.locator("#save").click();

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The plan is kept");
        page.locator("#edit").click();
        assertThat(page.locator("#title")).hasValue("Without script");
        assertThat(page.locator("#k2 legend")).hasText("Wave 2");
    }

    @Test
    void the_editor_fits_the_smallest_phone_in_the_dark_and_says_what_others_did() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url(NEW));
        page.locator("#title").fill("Two at once");
        page.locator("#flag").selectOption("bulk-lane");
        page.locator("#reason").fill("To try it");
        page.locator("#save").click();
        page.locator("#edit").click();
        Page phone =
                desk.chromium()
                        .open(
                                desk.context()
                                        .setColorScheme(ColorScheme.DARK)
                                        .setViewportSize(320, 640));
        phone.navigate(page.url());
        DeskBrowser.picture(phone, "plan-edit-dark-phone");
        Chromium.fitsItsWidth(phone);
        Chromium.isAccessible(phone);
        phone.locator("#title").fill("Theirs");
        phone.locator("#reason").fill("From a train");
        phone.locator("#save").click();
        assertThat(phone.getByRole(AriaRole.STATUS)).containsText("The plan is kept");
        DeskBrowser.picture(phone, "plan-kept-dark-phone");

        page.locator("#title").fill("Mine");
        page.locator("#reason").fill("At a desk");
        page.locator("#save").click();

        assertThat(page.locator("#refusal")).containsText("From a train");
        assertThat(page.locator("#title")).hasValue("Mine");
        DeskBrowser.picture(page, "plan-conflict");
        Chromium.isAccessible(page);
        page.locator("#save").click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Mine");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void plans_are_filtered_by_an_address() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(DeskBrowser.url(NEW));
        DeskBrowser.picture(page, "plan-new");
        page.navigate(DeskBrowser.url("/operator/rollouts?state=aborted"));
        assertThat(page.locator("#live")).containsText("No plan is like that");
        page.locator("#state").selectOption("");
        page.locator("#owner").fill("sample-author");
        page.locator("#show").press("Enter");

        assertThat(page).hasURL(Pattern.compile(".*owner=sample-author.*"));
        assertThat(page.locator("tbody tr")).hasCount(1);
        DeskBrowser.picture(page, "rollouts-filtered");
        Chromium.isAccessible(page);
        assertThat(complaints()).isEmpty();
    }
}
