package io.turnout.adapters.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// What one logger prints while a test runs.
final class LogLines implements AutoCloseable {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Logger logger;
    private final Level before;
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    LogLines(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        before = logger.getLevel();
        kept.list = new CopyOnWriteArrayList<>();
        kept.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(kept);
    }

    List<String> all() {
        return List.copyOf(kept.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /// Waits for so many lines; a request is logged after it was answered.
    List<String> first(int lines) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (kept.list.size() < lines && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return all();
    }

    @Override
    public void close() {
        logger.detachAppender(kept);
        logger.setLevel(before);
    }
}
