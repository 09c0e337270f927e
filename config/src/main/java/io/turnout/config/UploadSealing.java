package io.turnout.config;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Where links that are uploaded are sealed and kept: on a few threads of their own, so that an
/// upload uses what the processors have left, and whoever registers waits for none of it.
final class UploadSealing implements Executor, House.Part {
    private static final int THREADS_MAX = 2;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors()),
                    Thread.ofPlatform().name("upload-sealing-", 1).daemon().factory());

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void stop() {
        threads.shutdown();
    }
}
