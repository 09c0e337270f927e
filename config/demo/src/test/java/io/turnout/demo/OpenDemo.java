package io.turnout.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One demo for all browser tests, started when the first asks and stopped with this process.
final class OpenDemo {
    private static final DemoProcess DEMO = start();

    private OpenDemo() {}

    static DemoProcess demo() {
        return DEMO;
    }

    private static DemoProcess start() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            DemoProcess demo =
                    DemoProcess.launched(
                            Files.createTempDirectory(target, "demo").toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(demo::close));
            demo.awaitOpen();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
