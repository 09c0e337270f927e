package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/// People with names that nobody else has, and others who are in the way.
final class Flock {
    static final String[] MARKS = {"qanaryflock", "Quetzalina", "Wingmistress", "AviariumWorks"};
    private static final int AT_ONCE = 64;
    private static final int WALKERS = 4;
    private static final long WALK_MILLIS = 40;

    private Flock() {}

    static String email(int i) {
        return "qanaryflock" + i + "@example.com";
    }

    static int register(URI house, int i) throws Exception {
        String body =
                """
                {"attendees":[{"email":"%s","name":"Quetzalina %d","title":"Wingmistress",
                "company":"AviariumWorks","item":"%s"}]}
                """
                        .formatted(email(i), i, Street.TICKET);
        return post(house, "canary-" + i, body);
    }

    private static int post(URI house, String key, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        String path = "/v1/orgs/%s/events/%s/registrations".formatted(Street.ORG, Street.EVENT);
        return Asker.send(request, house.resolve(path)).statusCode();
    }

    static void registerAll(List<URI> houses, int people) {
        AtomicInteger next = new AtomicInteger();
        List<Boolean> _ =
                together(
                        AT_ONCE,
                        _ -> {
                            for (int i = next.getAndIncrement();
                                    i < people;
                                    i = next.getAndIncrement()) {
                                registerSurely(houses.get(i % houses.size()), i);
                            }
                            return true;
                        });
    }

    private static void registerSurely(URI house, int i) {
        try {
            int status = register(house, i);
            while (status == 429 || status == 503) {
                Thread.sleep(200);
                status = register(house, i);
            }
            assertThat(status).isIn(200, 201);
        } catch (Exception e) {
            throw new IllegalStateException("canary " + i, e);
        }
    }

    /// All at once, while others register; when all have asked, something else happens. How long
    /// the slowest took, in milliseconds, as the first house tells.
    static long forget(List<Asker> askers, List<URI> houses, Callable<Void> then) {
        Semaphore few = new Semaphore(AT_ONCE);
        CountDownLatch asked = new CountDownLatch(askers.size());
        FutureTask<Void> later = new FutureTask<>(() -> after(asked, then));
        var _ = Thread.ofVirtual().start(later);
        AtomicBoolean over = new AtomicBoolean();
        Thread[] walkers = new Thread[WALKERS];
        for (int w = 0; w < WALKERS; w++) {
            int walker = w;
            walkers[w] = Thread.ofVirtual().start(() -> walk(houses, walker, over));
        }
        try {
            List<Long> times =
                    together(askers.size(), i -> forgotten(askers.get(i), houses, i, few, asked));
            later.get();
            return times.stream().mapToLong(Long::longValue).max().orElse(0);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            over.set(true);
        }
    }

    private static Void after(CountDownLatch asked, Callable<Void> then) throws Exception {
        asked.await();
        return then.call();
    }

    private static long forgotten(
            Asker asker, List<URI> houses, int i, Semaphore few, CountDownLatch asked) {
        try {
            few.acquire();
            try {
                asker.ask(houses.get(i % houses.size()));
            } finally {
                few.release();
                asked.countDown();
            }
            return asker.await(houses.getFirst());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void walk(List<URI> houses, int walker, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            try {
                String body =
                        """
                        {"attendees":[{"email":"walker@example.net","name":"W","item":"%s"}]}
                        """
                                .formatted(Street.TICKET);
                int _ = post(houses.get(i % houses.size()), "walk-" + walker + "-" + i, body);
                Thread.sleep(WALK_MILLIS);
            } catch (Exception _) {
                // It is only there to be in the way.
            }
        }
    }

    private static <T> List<T> together(int many, IntFunction<T> run) {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int one = i;
                running.add(pool.submit(() -> run.apply(one)));
            }
            List<T> all = new ArrayList<>();
            for (Future<T> one : running) {
                all.add(one.get());
            }
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
