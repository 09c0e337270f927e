package io.turnout.application.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many at once: all wait at one line, start together, and every answer is handed back.
public final class Race {
    private Race() {}

    public static <T> List<T> of(int runners, IntFunction<T> run) {
        CountDownLatch line = new CountDownLatch(runners);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                running.add(
                        pool.submit(
                                () -> {
                                    line.countDown();
                                    line.await();
                                    return run.apply(runner);
                                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a runner fell", e);
        }
    }

    public static <T> long count(List<? super T> answers, Class<T> kind) {
        return answers.stream().filter(kind::isInstance).count();
    }
}
