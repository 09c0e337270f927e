package io.turnout.adapters.tink;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// A few threads that live long. Tink keeps its ciphers and its randomness by thread, and setting
/// them up costs a hundred times what using them does: with a virtual thread a request, every
/// request paid that.
final class Workers {
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(
                    Math.max(2, Runtime.getRuntime().availableProcessors()),
                    Thread.ofPlatform().name("vault-", 1).daemon().factory());

    private Workers() {}

    /// Does `work` on a thread that lives long: on this one if it does.
    static <T> T run(Supplier<T> work) {
        if (!Thread.currentThread().isVirtual()) {
            return work.get();
        }
        try {
            return THREADS.submit(work::get).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
