package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An org goes to another stack and back while people register at either; whoever meets the wrong
/// one asks the other again, with the same key.
class MovedOrgTest {
    private static final int SEATS = 20_000;
    private static final int MOVES = 6;
    private static final int LINES = 4;
    private static final int CALLS_MORE = 23;
    private static final int DEATHS_MIN = 5;

    private final TwoStacks stacks = new TwoStacks();

    @AfterEach
    void close() {
        stacks.close();
    }

    @Test
    void everything_an_org_has_stands_at_the_other_stack() {
        Fair here = Fair.of(stacks.heroku, 6);
        Registration kept = here.admit(here.group(2));
        Registration cancelled = here.admit(here.group(1));
        var _ = here.cancel(cancelled.id());
        var _ = here.held(1);

        Moved moved = TwoStacks.move(stacks.toAws(here.org()));

        Fair there = stacks.elsewhere(here);
        assertThat(moved).isInstanceOf(Moved.There.class);
        assertThat(there.find(kept.id())).isEqualTo(kept);
        assertThat(there.status(cancelled.id())).isEqualTo(here.status(cancelled.id()));
        assertThat(there.room(there.hall()).taken()).isEqualTo(2);
        assertThat(there.room(there.hall()).held()).isEqualTo(1);
        assertThat(there.register(there.group(3))).isInstanceOf(Decision.Admitted.class);
        assertThat(there.register(there.group(1))).isInstanceOf(Decision.Full.class);
    }

    @Test
    void an_old_key_answers_its_registration_at_the_new_stack() {
        Fair here = Fair.of(stacks.heroku, 6);
        RegistrationRequest request = here.group(2);
        Registration kept = here.admit(request);

        var _ = TwoStacks.move(stacks.toAws(here.org()));

        Fair there = stacks.elsewhere(here);
        assertThat(there.register(there.again(request))).isEqualTo(new Decision.Repeated(kept));
    }

    @Test
    void what_was_written_since_comes_back() {
        Fair here = Fair.of(stacks.heroku, 6);
        Registration before = here.admit(here.group(1));
        var _ = TwoStacks.move(stacks.toAws(here.org()));
        Fair there = stacks.elsewhere(here);
        Registration since = there.admit(there.group(2));
        var _ = there.cancel(before.id());

        Moved back = TwoStacks.move(stacks.toHeroku(here.org()));

        assertThat(back).isInstanceOf(Moved.There.class);
        assertThat(here.find(since.id())).isEqualTo(since);
        assertThat(here.status(before.id())).isEqualTo(there.status(before.id()));
        assertThat(here.room(here.hall()).taken()).isEqualTo(2);
    }

    @Test
    void an_org_is_not_moved_from_where_it_is_not_at_home() {
        Fair here = Fair.of(stacks.heroku, 6);

        assertThat(TwoStacks.move(stacks.toHeroku(here.org())))
                .isEqualTo(new Moved.Stayed(Stay.NOT_AT_HOME, ""));
    }

    @Test
    void an_org_stays_whose_host_is_another_ones_there_and_goes_once_it_is_not() {
        Fair here = Fair.of(stacks.heroku, 6);
        Fair other = Fair.of(stacks.aws, 6);
        keepHost(stacks.heroku, here.org());
        keepHost(stacks.aws, other.org());

        Moved stayed = TwoStacks.move(stacks.toAws(here.org()));

        assertThat(stayed).isEqualTo(new Moved.Stayed(Stay.IN_THE_WAY, "vanity_host"));
        assertThat(here.register(here.group(1))).isInstanceOf(Decision.Admitted.class);
        stacks.aws.gate().write(other.org(), handle -> handle.execute("delete from vanity_host"));
        assertThat(TwoStacks.move(stacks.toAws(here.org()))).isInstanceOf(Moved.There.class);
    }

    private static void keepHost(PostgresStorage stack, OrgId org) {
        String insert =
                """
                insert into vanity_host (org_id, host, state, changed_at)
                values (?, 'tickets.acme.example', 'open', now())
                """;
        stack.gate().write(org, handle -> handle.execute(insert, org.value()));
    }

    @Test
    void nobody_is_lost_or_twice_while_an_org_goes_there_and_back() throws Exception {
        Fair here = Fair.of(stacks.heroku, SEATS);
        List<Moved> moves = new ArrayList<>();

        Queue<RegistrationId> acknowledged =
                sellWhile(
                        here,
                        () -> {
                            for (int i = 0; i < MOVES; i++) {
                                moves.add(TwoStacks.move(stacks.onward(here.org())));
                            }
                        });

        assertThat(moves).hasSize(MOVES).allMatch(Moved.There.class::isInstance);
        moves.forEach(System.out::println);
        assertExact(here, acknowledged);
    }

    /// It dies after so many calls, each time a few more; whoever comes next begins anew.
    @Test
    void a_mover_that_dies_anywhere_loses_nobody() throws Exception {
        Fair here = Fair.of(stacks.heroku, SEATS);
        AtomicInteger died = new AtomicInteger();

        Queue<RegistrationId> acknowledged =
                sellWhile(
                        here,
                        () -> {
                            while (dies(here.org(), (died.get() + 1) * CALLS_MORE)) {
                                var _ = died.incrementAndGet();
                            }
                        });

        System.out.println(died + " movers died");
        assertThat(died.get()).isGreaterThan(DEATHS_MIN);
        if (stacks.home(here.org()).isEmpty()) {
            assertThat(stacks.tellWhoIsHome(here.org())).isTrue();
        }
        assertExact(here, acknowledged);
    }

    private boolean dies(OrgId org, int calls) {
        if (stacks.home(org).isEmpty()) {
            assertThat(stacks.tellWhoIsHome(org)).isTrue();
        }
        try (DyingMover mover = new DyingMover(calls)) {
            assertThat(TwoStacks.move(mover.doomed(stacks.onward(org)))).isNotNull();
            return false;
        } catch (DyingMover.Killed _) {
            return true;
        }
    }

    /// People register at either stack until `moving` is over.
    private Queue<RegistrationId> sellWhile(Fair here, Runnable moving) throws Exception {
        Queue<RegistrationId> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicBoolean home = new AtomicBoolean();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> lines = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                Random chance = new Random(line);
                lines.add(people.submit(() -> register(here, chance, acknowledged, home)));
            }
            try {
                moving.run();
            } finally {
                home.set(true);
            }
            for (Future<?> line : lines) {
                assertThat(line.get()).isNull();
            }
        }
        return acknowledged;
    }

    private void assertExact(Fair fair, Queue<RegistrationId> acknowledged) {
        boolean atHeroku = stacks.home(fair.org()).orElseThrow().stack().value().equals("heroku");
        Fair home = atHeroku ? fair : stacks.elsewhere(fair);
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(acknowledged).allSatisfy(id -> assertThat(home.find(id).id()).isEqualTo(id));
        assertThat(home.room(home.hall()).taken()).isEqualTo(acknowledged.size());
        assertThat(count("registration", home)).isEqualTo(acknowledged.size());
        assertThat(count("outbox", home)).isEqualTo(acknowledged.size());
        System.out.println(acknowledged.size() + " registered meanwhile");
    }

    private static int count(String table, Fair fair) {
        return Tables.count(
                (PostgresStorage) fair.storage(),
                "select count(*) from " + table + " where org_id = :org",
                fair.org().value());
    }

    private void register(
            Fair here, Random chance, Queue<RegistrationId> acknowledged, AtomicBoolean home) {
        Fair there = stacks.elsewhere(here);
        while (!home.get()) {
            RegistrationRequest request = here.group(1);
            Decision decision;
            do {
                Fair asked = chance.nextBoolean() ? here : there;
                decision =
                        asked.storage()
                                .book()
                                .decide(
                                        asked.again(request),
                                        standing -> Admission.decide(request, standing));
                if (decision.equals(new Undecided(Undecided.Cause.RELOCATING))) {
                    boolean _ = stacks.tellWhoIsHome(here.org());
                }
            } while (!settles(decision, acknowledged));
            LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(60)).toNanos());
        }
    }

    private static boolean settles(Decision decision, Queue<RegistrationId> acknowledged) {
        switch (decision) {
            case Decision.Admitted(var registration, var _, var _) ->
                    acknowledged.add(registration.id());
            case Decision.Repeated(var registration) -> acknowledged.add(registration.id());
            case Decision.Full _ -> {}
            default -> {
                return false;
            }
        }
        return true;
    }
}
