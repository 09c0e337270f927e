package io.turnout.application.memory;

import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.MoveOrg;
import io.turnout.application.relocation.MoveRule;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.Table;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.relocation.Stay;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// One schedule of the real coordinator, chosen by a seed: before each of its calls visitors write,
/// freezes end, movers die for good, and others begin in the middle of them. A visitor repeats what
/// it has no answer for, at either stack.
final class Simulation {
    static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    private static final List<Table> TABLES =
            List.of(new Table("seat", "n"), new Table("row", "n"));
    private static final MoveRule RULE = new MoveRule(2, 60, 1);
    private static final int VISITORS = 3;
    private static final Set<String> IMMEDIATE = Set.of("rows", "tables", "stack", "toString");
    private static final int MOVERS = 3;
    private static final int STEPS_MAX = 20_000;

    private final Random chance;
    private final Optional<Fault> fault;
    private final MemoryStackStore[] stacks;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Mover> movers = new ArrayList<>();
    int switched;
    int killed;

    Simulation(long seed, Optional<Fault> fault) {
        this.chance = new Random(seed);
        this.fault = fault;
        stacks =
                new MemoryStackStore[] {
                    new FaultyStackStore(new StackName("heroku"), TABLES, fault),
                    new FaultyStackStore(new StackName("aws"), TABLES, fault)
                };
        stacks[0].welcome(ORG);
        for (int i = 0; i < VISITORS; i++) {
            visitors.add(new Visitor(i));
        }
    }

    /// A mover that is gone: nothing it tries happens any more.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /// Whoever is due takes one step, until all movers are through; then one last visitor comes.
    void run() {
        int begun = 0;
        for (int steps = 0; begun < MOVERS || !movers.isEmpty(); steps++) {
            check(steps < STEPS_MAX, "no end");
            int what = chance.nextInt(100);
            if (what < 30 || (movers.isEmpty() && what < 80)) {
                visitors.get(chance.nextInt(VISITORS)).step();
            } else if (what < 31) {
                endFreezes();
            } else if (begun < MOVERS && (movers.isEmpty() || what < 32)) {
                begun++;
                movers.add(new Mover());
            } else if (!movers.isEmpty()) {
                go(movers.get(chance.nextInt(movers.size())));
            }
            check(!(isHome(0) && isHome(1)), "two homes");
        }
        visitors.forEach(Visitor::end);
        help();
        int home = isHome(0) ? 0 : 1;
        check(isHome(home), "nobody is home for good");
        visitors.forEach(visitor -> visitor.check(home));
    }

    private void go(Mover mover) {
        if (!mover.goOn()) {
            movers.remove(mover);
            if (mover.held) {
                endFreezes();
            }
            switch (mover.end) {
                case Moved.There _ -> switched++;
                case Moved.Stayed(var why, var _) -> check(why != Stay.ROWS_DIFFER, "rows differ");
                case null -> killed++;
            }
        }
    }

    private void endFreezes() {
        for (MemoryStackStore stack : stacks) {
            stack.home(ORG).ifPresent(_ -> stack.endFreeze(ORG));
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private boolean isHome(int stack) {
        return home(stack).filter(home -> home.stack().equals(stacks[stack].stack())).isPresent();
    }

    private Optional<Home> home(int stack) {
        return stacks[stack].home(ORG);
    }

    /// Whoever meets an org that was let go to a stack which does not know it yet tells it.
    private void help() {
        if (fault.filter(Fault.NO_SELF_HELP::equals).isPresent()) {
            return;
        }
        for (int here = 0; here < 2; here++) {
            Optional<Home> said = home(1 - here);
            StackName me = stacks[here].stack();
            if (said.filter(home -> home.stack().equals(me)).isPresent()) {
                var _ = stacks[here].activate(ORG, said.get().epoch());
            }
        }
    }

    /// The real coordinator in a thread of its own, which takes one call to a stack whenever it may
    /// go on; and perhaps dies before one.
    private final class Mover {
        private final int from = isHome(0) ? 0 : 1;
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore done = new Semaphore(0);
        private int left = chance.nextInt(4) == 0 ? chance.nextInt(90) : Integer.MAX_VALUE;
        private boolean over;
        private boolean held;
        private @Nullable Moved end;

        Mover() {
            var _ = Thread.startVirtualThread(this::move);
            done.acquireUninterruptibly();
        }

        /// False when it has ended.
        boolean goOn() {
            turn.release();
            done.acquireUninterruptibly();
            return !over;
        }

        private void move() {
            MoveOrg.Way way =
                    new MoveOrg.Way(
                            ORG,
                            watched(StackStore.class, stacks[from]),
                            watched(StackStore.class, stacks[1 - from]),
                            key -> key);
            try {
                end = new MoveOrg(RULE, () -> Instant.EPOCH).move(way, new Patient());
            } catch (Killed _) {
                held = true;
            } catch (IllegalStateException endedFreeze) {
                end = new Moved.Stayed(Stay.STOPPED, "freeze");
            } finally {
                over = true;
                done.release();
            }
        }

        private static final class Patient implements MoveOrg.Watch {
            @Override
            public void at(Phase phase, long rows, long backlog) {}

            @Override
            public boolean rest() {
                return true;
            }
        }

        private <T> T watched(Class<T> type, T real) {
            Object proxy =
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (_, method, arguments) -> {
                                if (!IMMEDIATE.contains(method.getName())) {
                                    waitForTurn();
                                }
                                return wrapped(invoke(method, real, arguments));
                            });
            return type.cast(proxy);
        }

        private void waitForTurn() {
            done.release();
            turn.acquireUninterruptibly();
            if (left-- <= 0) {
                throw new Killed();
            }
        }

        private Object wrapped(Object answer) {
            if (answer instanceof OrgRows rows) {
                return watched(OrgRows.class, rows);
            }
            if (answer instanceof Optional<?> some
                    && some.orElse(null) instanceof FrozenOrg frozen) {
                return Optional.of(watched(FrozenOrg.class, frozen));
            }
            return answer;
        }
    }

    private static Object invoke(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /// Somebody who writes a row of its own again and again, and knows what was acknowledged.
    private final class Visitor {
        private final RowKey key;
        private int acknowledged;
        private MemoryStackStore.@Nullable Write write;
        private int at;

        Visitor(int number) {
            key = new RowKey(number % 2 == 0 ? "seat" : "row", List.of("r" + number));
        }

        void step() {
            MemoryStackStore.Write begun = write;
            if (begun == null) {
                at = chance.nextInt(2);
                write = stacks[at].enter(ORG).orElse(null);
                if (write == null && chance.nextInt(4) == 0) {
                    help();
                }
            } else if (chance.nextInt(6) == 0) {
                end();
            } else {
                commit(begun);
            }
        }

        private void commit(MemoryStackStore.Write begun) {
            visitors.forEach(visitor -> visitor.check(at));
            int next = acknowledged + 1;
            begun.commit(Map.of(key, Optional.of("v" + next)));
            write = null;
            if (chance.nextInt(5) > 0) {
                acknowledged = next;
            }
        }

        /// Whoever may write at a stack finds there what was acknowledged.
        void check(int stack) {
            int found =
                    stacks[stack].rows(ORG).read(List.of(key)).stream()
                            .mapToInt(row -> Integer.parseInt(row.content().substring(1)))
                            .findFirst()
                            .orElse(0);
            Simulation.check(found >= acknowledged, "lost what was acknowledged");
        }

        void end() {
            if (write != null) {
                write.end();
                write = null;
            }
        }
    }
}
