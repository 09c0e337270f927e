package io.turnout.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Moves between stacks in a real browser: as they are told in light and dark, on the smallest
/// phone and without script; completed and rolled back by keyboard. Nobody moves here: that there
/// is no other stack keeps each move as it is.
@Timeout(180)
class RelocationPagesBrowserTest {
    private static final String MOVED = "00000000-0000-7000-8000-000000000001";
    private static final String MOVING = "00000000-0000-7000-8000-000000000002";
    private static final String STAYED = "00000000-0000-7000-8000-000000000003";
    private static final String ROOM = "/operator/relocations";
    private static DeskBrowser desk;

    @BeforeAll
    static void open() throws SQLException {
        desk = new DeskBrowser();
        execute(
                """
                insert into org_move (id, org, from_stack, to_stack, asked_by, state, epoch,
                    active, pause_millis, compared, proven_rows, proof, why, detail)
                values ('%s', '%s', 'heroku', 'aws', 'flag:home-aws', 'moved', 2,
                    true, 55, 12, 40230, repeat('3f0c7e0f', 8), null, ''),
                    ('%s', '%s', 'heroku', 'aws', 'op-1', 'moving', null,
                    null, null, null, null, null, null, ''),
                    ('%s', '%s', 'heroku', 'aws', 'op-1', 'stayed', null,
                    null, null, null, null, null, 'rows_differ', 'registration')
                """
                        .formatted(
                                MOVED,
                                Samples.ORG_A,
                                MOVING,
                                Samples.ORG_B,
                                STAYED,
                                Samples.ORG_B));
        execute(
                """
                insert into org_move_step (move_id, phase, rows, backlog)
                select id, phase, rows, backlog from org_move,
                    (values ('copying', 40211, 7), ('verifying', 40230, 3))
                        as steps (phase, rows, backlog)
                where state <> 'stayed'
                """);
    }

    private static void execute(String sql) throws SQLException {
        int port =
                Optional.ofNullable(OpenDemo.demo().ports.get(DemoAddress.POSTGRES)).orElseThrow();
        String url = SettingsTemplate.databaseUrl(port);
        try (Connection connection = DriverManager.getConnection(url, DemoDatabase.USER, "");
                Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }

    @AfterAll
    static void close() throws SQLException {
        execute("delete from org_move_step");
        execute("delete from org_move");
        desk.close();
    }

    private static String at(String move) {
        return DeskBrowser.url(ROOM + "/" + move);
    }

    @Test
    void moves_are_told_in_light_and_dark_on_a_phone_and_without_script() {
        Page light = desk.chromium().open(desk.context().setColorScheme(ColorScheme.LIGHT));
        Page dark =
                desk.chromium()
                        .open(
                                desk.context()
                                        .setColorScheme(ColorScheme.DARK)
                                        .setViewportSize(320, 640));
        Page plain = desk.chromium().open(desk.context().setJavaScriptEnabled(false));
        for (String path :
                new String[] {
                    ROOM,
                    ROOM + "?org=" + Samples.ORG_A,
                    ROOM + "/" + MOVED,
                    ROOM + "/" + MOVING,
                    ROOM + "/" + STAYED
                }) {
            String name = "relocations-" + path.replaceAll("[^0-9a-z]", "");
            light.navigate(DeskBrowser.url(path));
            Chromium.isAccessible(light);
            DeskBrowser.picture(light, name);
            dark.navigate(DeskBrowser.url(path));
            Chromium.isAccessible(dark);
            Chromium.fitsItsWidth(dark);
            DeskBrowser.picture(dark, name + "-dark-phone");
            plain.navigate(DeskBrowser.url(path));
            assertThat(plain.getByRole(AriaRole.HEADING).first()).isVisible();
        }
        light.navigate(at(MOVED));
        assertThat(light.locator("main")).containsText("55 ms");
        assertThat(light.locator("#proof")).hasText("3f0c7e0f".repeat(8));
        light.navigate(at(STAYED));
        assertThat(light.locator("#told")).containsText("do not try again before it is known why");
        assertThat(desk.chromium().complaints()).isEmpty();
    }

    @Test
    void a_move_is_rolled_back_stopped_and_completed_by_keyboard() {
        Page page = desk.chromium().open(desk.context());
        page.navigate(at(MOVED));
        page.locator("#roll-back").press("Enter");
        assertThat(page.locator("#ask .changes li").first())
                .hasText(
                        "Organisation "
                                + Samples.ORG_A
                                + " moves back from aws to heroku while it goes on selling.");
        Chromium.isAccessible(page);
        DeskBrowser.picture(page, "relocations-dialog");
        assertThat(page.locator("#do-it")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Asked for");
        assertThat(page.locator("h1")).containsText("from aws to heroku");
        assertThat(page.locator("#state")).containsText("asked for");
        page.locator("#roll-back").press("Enter");
        assertThat(page.locator("#ask .changes")).containsText("stays at aws");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("told to stop");

        page.navigate(at(MOVED));
        page.locator("#complete").press("Enter");
        assertThat(page.locator("#ask .changes")).containsText("stays at aws");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Completed");
        assertThat(page.locator("#state")).containsText("completed");
        assertThat(page.locator("#complete")).hasCount(0);
        assertThat(desk.chromium().complaints()).isEmpty();
    }
}
