package io.turnout.adapters.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.memory.MemoryVault;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/// Two instances with one real Redis, before tables that count how often they are asked.
class RedisAttendeeLinksTest {
    private static final OrgId ORG = new OrgId("00D000000000001");
    private static final EventId FAIR = new EventId("a01000000000001");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static OwnRedis redis;
    private static RedissonClient redisson;

    private final CountedLinks tables = new CountedLinks();
    private final AtomicLong passed = new AtomicLong();
    private final RedisAttendeeLinks one = instance();
    private final RedisAttendeeLinks two = instance();
    private final SealedLink link = link("before");

    @BeforeAll
    static void start() throws IOException {
        redis = new OwnRedis();
        redisson = redis.client();
    }

    @AfterAll
    static void stop() throws IOException {
        redisson.shutdown();
        redis.close();
    }

    private RedisAttendeeLinks instance() {
        return instance(redisson);
    }

    /// One that has more patience with Redis than visitors have, as a busy machine wants it.
    private RedisAttendeeLinks instance(RedissonClient client) {
        RedisShelf shelf =
                new RedisShelf(client, RedisAttendeeLinks.LIFE, Duration.ofMillis(500), this::now);
        return new RedisAttendeeLinks(shelf, "test", new MemoryVault(), this::now, tables);
    }

    private long now() {
        return System.nanoTime() + passed.get();
    }

    private static SealedLink link(String says) {
        Reference reference = new Reference("invitation-" + NEXT.incrementAndGet());
        return new SealedLink(
                LinkId.of(FAIR, reference.value()),
                reference,
                FAIR,
                3,
                new Sealed(says.getBytes(UTF_8), new byte[] {1, 2}),
                new byte[] {3});
    }

    private static void await(BooleanSupplier true_) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!true_.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @BeforeEach
    void hear() {
        var _ = tables.keep(ORG, List.of(link));
        for (RedisAttendeeLinks instance : List.of(one, two)) {
            instance.forgetAll();
            listen(instance);
        }
    }

    private void listen(RedisAttendeeLinks instance) {
        await(
                () -> {
                    instance.heardUntil(now());
                    return instance.believes();
                });
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    private String key() {
        return "turnout:test:link:" + ORG + ":" + link.id();
    }

    private String kept() {
        return Optional.ofNullable(redisson.<String>getBucket(key(), StringCodec.INSTANCE).get())
                .orElse("");
    }

    private Optional<KeptLink> find(RedisAttendeeLinks instance) {
        return instance.find(ORG, link.id());
    }

    private void remembered() {
        await(
                () -> {
                    listen(one);
                    listen(two);
                    return find(one).isPresent() && kept().startsWith("!");
                });
    }

    /// How often the tables are asked meanwhile.
    private int asked(Runnable what) {
        int before = tables.asked.get();
        what.run();
        return tables.asked.get() - before;
    }

    @Test
    void what_one_has_read_another_need_not_ask_for() {
        remembered();

        assertThat(asked(() -> assertThat(same(find(two), link)).isTrue())).isZero();

        assertThat(redisson.getBucket(key()).remainTimeToLive())
                .isBetween(1L, RedisAttendeeLinks.LIFE.toMillis());
    }

    private static boolean same(Optional<KeptLink> found, SealedLink link) {
        assertThat(found.orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(new KeptLink(link, List.of(new RegistrationId(new UUID(1, 2)))));
        return true;
    }

    @Test
    void what_changed_is_gone_for_all_when_one_has_heard() {
        remembered();
        tables.kept.clear();

        one.forget(ORG, link.id());

        assertThat(find(one)).isEmpty();
        await(() -> !kept().startsWith("!"));
        assertThat(find(two)).isEmpty();
    }

    @Test
    void what_changed_is_gone_at_once_for_who_has_heard() {
        for (int i = 0; i < 20; i++) {
            var _ = tables.keep(ORG, List.of(link));
            remembered();
            tables.kept.clear();

            one.forget(ORG, link.id());

            assertThat(find(one)).isEmpty();
            await(() -> kept().isEmpty());
        }
    }

    @Test
    void what_changes_while_it_is_read_does_not_stay_as_it_was() {
        tables.reading =
                () -> {
                    tables.kept.clear();
                    two.forget(ORG, link.id());
                    await(() -> kept().isEmpty());
                };
        assertThat(find(one)).isPresent();
        tables.reading = () -> {};

        for (int i = 0; i < 20; i++) {
            assertThat(find(two)).isEmpty();
        }
    }

    @Test
    void who_begins_to_hear_believes_nothing_that_was_read_before() {
        remembered();
        RedisAttendeeLinks late = instance();
        tables.kept.clear();
        late.forgetAll();
        listen(late);

        assertThat(find(late)).isEmpty();

        late.close();
    }

    @Test
    void who_hears_nothing_asks_the_tables() {
        remembered();
        one.unheard();
        var _ = passed.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(asked(() -> assertThat(find(one)).isPresent())).isOne();
        assertThat(asked(() -> assertThat(find(two)).isPresent())).isOne();
    }

    @Test
    void what_redis_has_not_deleted_yet_is_asked_of_the_tables_and_it_costs_a_moment() {
        remembered();
        tables.kept.clear();
        redis.pause();
        try {
            one.forget(ORG, link.id());
            long begun = System.nanoTime();

            assertThat(find(one)).isEmpty();
            assertThat(find(two)).isEmpty();

            assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(3).toNanos());
            await(() -> !one.believes());
        } finally {
            redis.goOn();
        }
    }

    @Test
    void what_redis_did_not_delete_is_not_believed_when_it_is_back() {
        remembered();
        String before = kept();
        tables.kept.clear();
        redis.pause();
        one.forget(ORG, link.id());
        await(() -> !one.believes());
        redis.goOn();
        redisson.<String>getBucket(key(), StringCodec.INSTANCE).set(before);
        var _ = passed.addAndGet(Duration.ofSeconds(3).toNanos());
        listen(one);

        assertThat(find(one)).isEmpty();
    }

    @Test
    void what_was_put_in_by_hand_is_no_link() {
        remembered();
        String text = kept();
        SealedLink other = link("other");
        var _ = tables.keep(ORG, List.of(other));
        String place = "turnout:test:link:" + ORG + ":" + other.id();
        for (String put :
                List.of(
                        text,
                        text.substring(0, text.length() - 8),
                        "!1 x",
                        "!9" + text.substring(1))) {
            redisson.<String>getBucket(place, StringCodec.INSTANCE).set(put);

            assertThat(two.find(ORG, other.id()))
                    .hasValueSatisfying(found -> assertThat(found.content()).isEqualTo(other));
            await(() -> two.believes());
        }
    }

    @Test
    void without_redis_there_are_links_all_the_same() {
        RedissonClient nobody = RedisClient.at(OwnRedis.nobody());
        try (RedisAttendeeLinks alone = instance(nobody)) {
            alone.heardUntil(now());

            assertThat(find(alone)).isPresent();
            alone.forget(ORG, link.id());
            assertThat(find(alone)).isPresent();
        } finally {
            nobody.shutdown();
        }
    }
}
