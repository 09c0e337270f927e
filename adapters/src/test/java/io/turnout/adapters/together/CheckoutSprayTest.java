package io.turnout.adapters.together;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.redis.OwnRedis;
import io.turnout.adapters.redis.RedisCheckouts;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkCheckoutSeals;
import io.turnout.application.checkout.Checkouts;
import io.turnout.application.checkout.OpenCheckouts;
import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.domain.checkout.Checkout;
import io.turnout.domain.checkout.CheckoutVersion;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.IdempotencyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Two stacks with two instances each, the same two orgs in both, and one Redis for all: whoever
/// asks anywhere with any id is shown what was kept in that stack and org under that id, or
/// nothing. The same ids are used everywhere, and what is kept is copied across on purpose.
/// `-Dturnout.spray=1000000` asks a million times.
class CheckoutSprayTest {
    private static final int ASKED = Integer.getInteger("turnout.spray", 20_000);
    private static final long SEED = Long.getLong("turnout.seed", 20260311);
    private static final int ASKERS = 8;
    private static final int IDS = 200;
    private static final List<String> STACKS = List.of("heroku", "aws");
    private static final List<OrgId> ORGS = List.of(OpenCheckouts.ACME, OpenCheckouts.OTHER);

    private final MemoryOrgKeys orgKeys = new MemoryOrgKeys();
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong crossed = new AtomicLong();

    /// One instance: its own keys in memory, its own connections.
    private record Instance(String stack, RedisCheckouts open, TinkCheckoutSeals seals) {}

    private Instance instance(String stack, RedissonClient client) {
        OpenKeys keys = new OpenKeys(new LocalKeyManagement(new byte[32]), orgKeys);
        TinkCheckoutSeals seals = new TinkCheckoutSeals(keys, stack);
        // Time flies, so that nobody rests: every question reaches Redis.
        var open =
                new RedisCheckouts(
                        client, stack, seals, () -> Instant.EPOCH.plusSeconds(ticks.addAndGet(3)));
        return new Instance(stack, open, seals);
    }

    /// Who it belongs to is written in its key. Odd ids are open in one place alone.
    private static Checkout canary(String stack, OrgId org, int number) {
        return Checkout.begun(
                org,
                OpenCheckouts.FAIR,
                OpenCheckouts.id(number),
                CheckoutVersion.V1,
                new IdempotencyKey(stack + "|" + org + "|" + number));
    }

    private static boolean kept(String stack, OrgId org, int number) {
        int place = STACKS.indexOf(stack) * 2 + ORGS.indexOf(org);
        return number % 2 == 0 || number / 2 % 4 == place;
    }

    @Test
    void a_checkout_never_opens_in_another_stack_or_org() throws Exception {
        try (OwnRedis redis = new OwnRedis();
                ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            RedissonClient client = redis.client();
            List<Instance> instances = new ArrayList<>();
            STACKS.forEach(
                    stack -> {
                        instances.add(instance(stack, client));
                        instances.add(instance(stack, client));
                    });
            fill(instances);

            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < ASKERS; i++) {
                Random chance = new Random(SEED + i);
                work.add(() -> ask(instances, client, chance));
            }
            for (Future<Void> one : askers.invokeAll(work)) {
                var _ = one.get();
            }

            long strange = instances.stream().mapToLong(one -> one.seals().strange()).sum();
            System.out.printf(
                    "asked %d times (seed %d): %d found, %d refused as strange, %d crossed%n",
                    ASKED, SEED, answered.get(), strange, crossed.get());
            assertThat(crossed).hasValue(0);
            assertThat(answered.get()).isGreaterThan(ASKED / 4);
            assertThat(strange).isPositive();
            instances.forEach(one -> one.open().close());
            client.shutdown();
        }
    }

    private static void fill(List<Instance> instances) {
        for (Instance one : instances) {
            for (OrgId org : ORGS) {
                for (int number = 0; number < IDS; number++) {
                    if (kept(one.stack(), org, number)) {
                        one.open().keep(canary(one.stack(), org, number));
                    }
                }
            }
        }
    }

    private Void ask(List<Instance> instances, RedissonClient client, Random chance) {
        for (int i = 0; i < ASKED / ASKERS; i++) {
            Instance one = instances.get(chance.nextInt(instances.size()));
            OrgId org = ORGS.get(chance.nextInt(ORGS.size()));
            int number = chance.nextInt(IDS);
            if (chance.nextInt(20) == 0) {
                copy(client, chance, number);
            }
            Optional<Checkout> shown = one.open().find(org, OpenCheckouts.id(number));
            if (shown.isPresent()) {
                long _ = answered.incrementAndGet();
                boolean ours = shown.get().equals(canary(one.stack(), org, number));
                if (!ours || !kept(one.stack(), org, number)) {
                    long _ = crossed.incrementAndGet();
                }
            } else if (kept(one.stack(), org, number)) {
                one.open().keep(canary(one.stack(), org, number));
            }
        }
        return null;
    }

    /// What somebody with hands in Redis might do: the value of one place under the key of another.
    private static void copy(RedissonClient client, Random chance, int number) {
        String from = key(chance, number);
        String to = key(chance, number);
        String value = client.<String>getBucket(from, StringCodec.INSTANCE).get();
        if (value != null) {
            client.<String>getBucket(to, StringCodec.INSTANCE).set(value, Checkouts.LIFE);
        }
    }

    private static String key(Random chance, int number) {
        return RedisCheckouts.key(
                STACKS.get(chance.nextInt(STACKS.size())),
                ORGS.get(chance.nextInt(ORGS.size())),
                OpenCheckouts.id(number));
    }
}
