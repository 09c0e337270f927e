package io.turnout.adapters.postgres;

import io.turnout.application.contract.Fair;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.relocation.MoveOrg;
import io.turnout.application.relocation.MoveRule;
import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.WrappedKey;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Phase;
import io.turnout.domain.relocation.StackName;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Two stacks with a PostgreSQL and master keys of their own, and the way between them.
final class TwoStacks implements AutoCloseable {
    private static final Duration REST = Duration.ofMillis(10);

    final PostgresStorage heroku = PostgresStorage.stack("heroku");
    final PostgresStorage aws = PostgresStorage.stack("aws");
    private final StackStore atHeroku = store(heroku);
    private final StackStore atAws = store(aws);

    private static StackStore store(PostgresStorage storage) {
        return new PostgresStackStore(storage.gate());
    }

    /// The same event, as the other stack sees it.
    Fair elsewhere(Fair fair) {
        PostgresStorage other = fair.storage() == heroku ? aws : heroku;
        return new Fair(
                other, fair.org(), fair.event(), fair.ticket(), fair.vip(), fair.workshop());
    }

    MoveOrg.Way toAws(OrgId org) {
        return new MoveOrg.Way(
                org, atHeroku, atAws, key -> cross(key, heroku.management(), aws.management()));
    }

    MoveOrg.Way toHeroku(OrgId org) {
        return new MoveOrg.Way(
                org, atAws, atHeroku, key -> cross(key, aws.management(), heroku.management()));
    }

    private static WrappedKey cross(WrappedKey key, KeyManagement from, KeyManagement to) {
        byte[] plain = from.unwrap(key.name(), key.wrapped());
        return new WrappedKey(key.name(), to.wrap(key.name(), plain), key.createdAt());
    }

    static Moved move(MoveOrg.Way way) {
        return new MoveOrg(MoveRule.USUAL, java.time.InstantSource.system())
                .move(way, new Patient());
    }

    /// From where the org is at home to the other stack.
    MoveOrg.Way onward(OrgId org) {
        boolean atHeroku = home(org).orElseThrow().stack().equals(atHeroku());
        return atHeroku ? toAws(org) : toHeroku(org);
    }

    private StackName atHeroku() {
        return atHeroku.stack();
    }

    /// What a stack does that was asked for an org it does not know to be its own: it asks the
    /// other one.
    boolean tellWhoIsHome(OrgId org) {
        return tell(org, atHeroku, atAws) || tell(org, atAws, atHeroku);
    }

    private static boolean tell(OrgId org, StackStore one, StackStore other) {
        return one.home(org)
                .filter(home -> home.stack().equals(other.stack()))
                .filter(home -> other.activate(org, home.epoch()))
                .isPresent();
    }

    Optional<Home> home(OrgId org) {
        return atHeroku.home(org)
                .filter(home -> home.stack().equals(atHeroku.stack()))
                .or(() -> atAws.home(org).filter(home -> home.stack().equals(atAws.stack())));
    }

    /// Who gives a mover all the time it wants.
    private record Patient() implements MoveOrg.Watch {
        @Override
        public void at(Phase phase, long rows, long backlog) {}

        @Override
        public boolean rest() {
            LockSupport.parkNanos(REST.toNanos());
            return true;
        }
    }

    @Override
    public void close() {
        heroku.close();
        aws.close();
    }
}
