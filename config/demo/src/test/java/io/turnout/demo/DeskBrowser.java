package io.turnout.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/// A browser in which an operator of the demo has signed in.
final class DeskBrowser implements AutoCloseable {
    private final Chromium chromium = new Chromium();
    private final String signedIn;

    DeskBrowser() {
        Page page = chromium.desktop();
        page.navigate(url("/operator/demo?code=" + OpenDemo.demo().content("operator.code")));
        Chromium.isAccessible(page);
        page.getByRole(AriaRole.BUTTON).click();
        page.waitForURL(url("/operator"));
        signedIn = page.context().storageState();
    }

    Chromium chromium() {
        return chromium;
    }

    Browser.NewContextOptions context() {
        return new Browser.NewContextOptions().setStorageState(signedIn).setViewportSize(1280, 860);
    }

    static String url(String path) {
        return OpenDemo.demo().url(path);
    }

    /// Kept for people to look at.
    static void picture(Page page, String name) {
        Path file = Path.of("target", "dashboard", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
