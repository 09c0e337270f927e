package io.turnout.application.relocation;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// Moves an org from one stack to another while it is written (A26). It may die or stand still at
/// any moment, and be begun anew at any time: the org is at home at one stack all the while, and
/// nothing that was acknowledged is missing there.
///
/// The only point of no return is the commit that releases the org at the stack it leaves.
public final class MoveOrg {
    private final MoveRule rule;
    private final InstantSource clock;

    public MoveOrg(MoveRule rule, InstantSource clock) {
        this.rule = rule;
        this.clock = clock;
    }

    /// Which org goes from where to where.
    public record Way(OrgId org, StackStore from, StackStore to, KeyCrossing keys) {}

    /// How keys of orgs come from one stack's key management to another's.
    public interface KeyCrossing {
        /// The same key, wrapped by the key management of the stack it goes to. Throws an
        /// `UncheckedIOException` when either cannot be reached.
        WrappedKey cross(WrappedKey key);
    }

    /// Who sees how far a move is, and may stop it.
    public interface Watch {
        /// It is so far now; `rows` were copied since it began, and `backlog` are left to be
        /// copied again.
        void at(Phase phase, long rows, long backlog);

        /// Rests a moment before something is tried again. False where the mover is to give up.
        boolean rest();
    }

    /// Returns once the org is at home there, or will stay. Throws what a stack's storage throws
    /// that cannot be reached; then the org is where `StackStore.home` says, and the move can be
    /// begun anew.
    public Moved move(Way way, Watch watch) {
        Optional<Home> home = way.from().home(way.org());
        if (home.filter(now -> now.stack().equals(way.from().stack())).isEmpty()) {
            return new Moved.Stayed(Stay.NOT_AT_HOME, "");
        }
        if (!way.from().tables().equals(way.to().tables())) {
            return new Moved.Stayed(Stay.SHAPES_DIFFER, firstDifference(way));
        }
        OptionalLong token = way.to().startCopy(way.org(), home.get());
        if (token.isEmpty()) {
            return new Moved.Stayed(Stay.CONTRADICTED, "");
        }
        return new Attempt(Copy.begin(way, rule, token.getAsLong()), home.get(), watch, clock)
                .run();
    }

    private static String firstDifference(Way way) {
        List<Table> there = way.to().tables();
        return way.from().tables().stream()
                .filter(table -> !there.contains(table))
                .map(Table::name)
                .findFirst()
                .orElse("");
    }

    /// One try, by whoever has a token for it.
    private record Attempt(Copy copy, Home home, Watch watch, InstantSource clock) {
        private Way way() {
            return copy.way();
        }

        private MoveRule rule() {
            return copy.rule();
        }

        Moved run() {
            OptionalLong mover = OptionalLong.empty();
            boolean released = false;
            try {
                tell(Phase.COPYING);
                mover = OptionalLong.of(startJournal());
                prepare(mover.getAsLong());
                Moved there = release(mover.getAsLong());
                released = true;
                return there;
            } catch (Copy.Halt halt) {
                return halt.stayed();
            } finally {
                if (!released && mover.isPresent()) {
                    letBe(mover.getAsLong());
                }
            }
        }

        private void tell(Phase phase) {
            watch.at(phase, copy.rows(), way().from().rows(way().org()).backlog());
        }

        private long startJournal() {
            for (int tried = 1; tried <= rule().tries(); tried++) {
                OptionalLong mover = way().from().startJournal(way().org());
                if (mover.isPresent()) {
                    return mover.getAsLong();
                }
                rest();
            }
            throw new Copy.Halt(Stay.GATE_BUSY);
        }

        private void rest() {
            if (!watch.rest()) {
                throw new Copy.Halt(Stay.STOPPED);
            }
        }

        private void prepare(long mover) {
            copy.levelKeys();
            for (Table table : way().from().tables()) {
                copy.level(table.name());
                tell(Phase.COPYING);
            }
            until(this::isDrained, Stay.TOO_BUSY);
            tell(Phase.VERIFYING);
            for (Table table : way().from().tables()) {
                copy.verify(table.name());
            }
            tell(Phase.QUIESCING);
            way().from().holdOutbound(way().org(), mover);
            until(() -> way().from().isQuiet(way().org()), Stay.OUTBOUND_BUSY);
            until(this::isDrained, Stay.TOO_BUSY);
            copy.settle();
        }

        private boolean isDrained() {
            var _ = copy.drain();
            return way().from().rows(way().org()).backlog() <= rule().smallBacklog();
        }

        private void until(BooleanSupplier done, Stay otherwise) {
            for (int tried = 1; !done.getAsBoolean(); tried++) {
                if (tried == rule().tries()) {
                    throw new Copy.Halt(otherwise);
                }
                rest();
            }
        }

        private Moved release(long mover) {
            tell(Phase.FREEZING);
            for (int tried = 1; tried <= rule().tries(); tried++) {
                Instant since = clock.instant();
                Optional<FrozenOrg> frozen = way().from().freeze(way().org(), mover);
                if (frozen.isPresent()) {
                    return release(frozen.get(), since);
                }
                var _ = copy.drain();
                rest();
            }
            throw new Copy.Halt(Stay.GATE_BUSY);
        }

        private Moved release(FrozenOrg frozen, Instant since) {
            int compared;
            try (frozen) {
                compared = copy.finish(frozen);
                copy.renew();
                frozen.release(way().to().stack());
            }
            Home next = home.next(way().to().stack());
            boolean active = activate(next);
            Duration pause = Duration.between(since, clock.instant());
            return new Moved.There(next, active, pause, compared, Optional.of(copy.proof()));
        }

        /// Where the other stack does not answer now, its first visitor finds out.
        private boolean activate(Home next) {
            try {
                return way().to().activate(way().org(), next.epoch());
            } catch (RuntimeException away) {
                return false;
            }
        }

        /// The org goes on as if nothing had been tried. Where its storage does not answer either,
        /// the journal stays on and the next mover ends that.
        private void letBe(long mover) {
            try {
                way().from().stopJournal(way().org(), mover);
            } catch (RuntimeException away) {
                // Whatever threw first says so already.
            }
        }
    }
}
