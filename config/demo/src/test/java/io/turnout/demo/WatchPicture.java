package io.turnout.demo;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.turnout.domain.event.EventId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Makes the picture of Watch for the README: `WatchPicture docs/watch.png`. It plays two minutes
/// of a busy day, with Salesforce stopped in the middle.
final class WatchPicture {
    private static final int BEAT_MILLIS = 1_000;
    private static final int SECONDS = 100;
    private static final int BREAKS_AT = 45;
    private static final int MENDS_AT = 70;

    private WatchPicture() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("picture");
        try (DemoProcess demo = DemoProcess.started(folder);
                Chromium chromium = new Chromium()) {
            Page page = chromium.open(new Browser.NewContextOptions().setViewportSize(1280, 1010));
            page.navigate(demo.url("/watch"));
            for (int second = 0; second < SECONDS; second++) {
                play(second, demo, page.request());
                page.waitForTimeout(BEAT_MILLIS);
            }
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(arguments[0])));
        }
    }

    private static void play(int second, DemoProcess demo, APIRequestContext http) {
        if (second == BREAKS_AT) {
            var _ = http.post(demo.url("/break-it"));
        }
        if (second == MENDS_AT) {
            var _ = http.post(demo.url("/mend"));
        }
        if (second % 30 == 20) {
            var _ = http.post(demo.url("/crowd"));
        }
        if (second % 3 == 0 && second < SECONDS - 12) {
            register(demo, http, Samples.CONFERENCE, "a02xx0000000002AAA");
        }
        if (second == 10 || second == SECONDS - 4) {
            register(demo, http, Samples.TABLE, "a02xx0000000001AAA");
        }
        if (second == SECONDS - 3 || second == SECONDS - 2) {
            register(demo, http, Samples.OPEN_DAY, Samples.OPEN_DAY_TICKET.value());
        }
    }

    private static void register(
            DemoProcess demo, APIRequestContext http, EventId event, String item) {
        String sessions =
                event.equals(Samples.CONFERENCE)
                        ? "\"a03xx0000000001AAA\",\"a03xx0000000003AAA\""
                        : "";
        String body =
                "{\"attendees\":[{\"name\":\"A Guest\",\"email\":\"guest@example.com\","
                        + "\"item\":\"%s\",\"sessions\":[%s]}]}".formatted(item, sessions);
        var _ =
                http.post(
                        demo.url(
                                "/v1/orgs/"
                                        + Samples.ORG_A
                                        + "/events/"
                                        + event
                                        + "/registrations"),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                                .setData(body));
    }
}
