package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.flags.Said;
import io.turnout.application.memory.Memory;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;

/// Whatever becomes of Redis while people check out, each of them is registered.
class CheckoutTroubleTest {
    private static final int CHECKOUTS = 24;
    private static final int AT_ONCE = 4;
    private static final Memory MEMORY = Memory.empty(() -> Fair.NOON);
    private static SharedRedis shared;
    private static OpenHouse left;
    private static OpenHouse right;

    private final Fair fair = Fair.open(MEMORY, new Seats.Unlimited());
    private final AtomicInteger numbers = new AtomicInteger();
    private int registered;

    @BeforeAll
    static void open() throws Exception {
        new Said(MEMORY.flags().overlay())
                .say(new FlagChange.Allow(Flag.CHECKOUT_V2, Audience.everybody()));
        shared = new SharedRedis();
        left = house();
        right = house();
    }

    private static OpenHouse house() {
        return new OpenHouse(
                () -> Fair.NOON, HttpDoorSettings.standard(), _ -> shared.ports("here", MEMORY));
    }

    @AfterAll
    static void close() throws Exception {
        left.close();
        right.close();
        shared.close();
    }

    /// Step by step, each at another house.
    private HttpResponse<String> checkOut() {
        int number = numbers.incrementAndGet();
        OpenHouse first = number % 2 == 0 ? left : right;
        OpenHouse second = number % 2 == 0 ? right : left;
        String page = "/o/" + fair.org() + "/e/" + Fair.FAIR;
        String choice = "p0.item=" + Fair.TICKET;
        String name = "p0.name=Visitor+" + number;
        String mail = "p0.email=visitor" + number + "%40example.com";
        Browser browser = new Browser();
        if (number % 3 == 0) {
            return browser.press(first, page, "register", choice, name, mail);
        }
        HttpResponse<String> held = browser.press(first, page + "/checkout", "hold", choice);
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        var seen = browser.get(second, page + "/checkout");
        if (seen.statusCode() != 200) {
            // What was chosen is forgotten: one begins again, and is registered all the same.
            assertThat(seen.statusCode()).isEqualTo(303);
            var again = browser.press(second, page + "/checkout", "hold", choice);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        }
        var look = browser.press(first, page + "/checkout", "review", name, mail);
        assertThat(look.statusCode()).as(look.body()).isEqualTo(200);
        return browser.press(second, page + "/checkout", "register");
    }

    private void everybodyIsRegistered(String trouble, Runnable meanwhile) throws Exception {
        long began = System.nanoTime();
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<HttpResponse<String>>> going = new ArrayList<>();
            for (int i = 0; i < CHECKOUTS; i++) {
                Callable<HttpResponse<String>> one = this::checkOut;
                going.add(people.submit(one));
            }
            meanwhile.run();
            for (Future<HttpResponse<String>> one : going) {
                HttpResponse<String> done = one.get();
                assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            }
        }
        registered += CHECKOUTS;
        System.out.printf(
                "Redis %s: %d checkouts, 0 failed, %d ms%n",
                trouble, CHECKOUTS, (System.nanoTime() - began) / 1_000_000);
    }

    @Test
    void redis_may_stand_still_forget_fill_up_lie_and_die() throws Exception {
        everybodyIsRegistered("well", () -> {});
        everybodyIsRegistered("standing still", shared.redis::pause);
        shared.redis.goOn();
        everybodyIsRegistered("emptied", CheckoutTroubleTest::empty);
        everybodyIsRegistered("full of garbage", CheckoutTroubleTest::lie);
        everybodyIsRegistered("full to the brim", CheckoutTroubleTest::fill);
        everybodyIsRegistered("killed", shared.redis::kill);

        var page = MEMORY.pages().find(fair.org(), Fair.FAIR).orElseThrow();
        assertThat(page.room(RoomId.of(Fair.FAIR)).taken()).isEqualTo(registered);
    }

    private static void empty() {
        for (int i = 0; i < 50; i++) {
            shared.client.getKeys().flushall();
        }
    }

    private static void lie() {
        for (int i = 0; i < 50; i++) {
            shared.client
                    .getKeys()
                    .getKeys()
                    .forEach(
                            key ->
                                    shared.client
                                            .<String>getBucket(key, StringCodec.INSTANCE)
                                            .set("garbage"));
        }
    }

    /// First everything is evicted, then nothing more is taken.
    private static void fill() {
        shared.redis.set("maxmemory", "3mb");
        shared.redis.set("maxmemory-policy", "allkeys-lru");
        for (int i = 0; i < 2_000; i++) {
            shared.client
                    .<String>getBucket("filler" + i, StringCodec.INSTANCE)
                    .set("x".repeat(4_096));
        }
        shared.redis.set("maxmemory-policy", "noeviction");
    }
}
