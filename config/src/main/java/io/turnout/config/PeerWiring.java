package io.turnout.config;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.turnout.adapters.http.crossing.CrossingPorts;
import io.turnout.adapters.http.crossing.HopSeal;
import io.turnout.adapters.peer.HttpStackPeer;
import io.turnout.adapters.peer.PeerClient;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresAuditTrail;
import io.turnout.adapters.postgres.PostgresJdbi;
import io.turnout.adapters.postgres.PostgresRelocations;
import io.turnout.adapters.postgres.PostgresSoleWriter;
import io.turnout.adapters.postgres.PostgresStackStore;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.relocation.StackPeer;
import io.turnout.application.relocation.StackStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/// How a stack reaches others, where it has any: their doors, and, to move orgs, their databases.
record PeerWiring(
        Optional<CrossingPorts> crossing, RelocationPorts relocations, List<House.Part> parts) {
    private static final Duration REST = Duration.ofMillis(50);

    /// One that lets nobody write, one that reads; and some for whoever looks where an org is.
    private static final int CONNECTIONS_PER_MOVE = 2;

    private static final int CONNECTIONS_BESIDE = 2;

    PeerWiring {
        parts = List.copyOf(parts);
    }

    static PeerWiring over(
            Gate gate, TurnoutSettings settings, Environment environment, KeyManagement own) {
        StackStore here = new PostgresStackStore(gate);
        List<MovableStack> stacks = new ArrayList<>();
        stacks.add(new MovableStack(here, own));
        List<House.Part> parts = new ArrayList<>();
        Optional<CrossingPorts> crossing =
                settings.peers().map(peers -> crossing(here, peers, parts));
        int atOnce = settings.peers().map(PeersSettings::atOnce).orElse(1);
        Pools pools = new Pools(environment, atOnce, parts);
        settings.peers().map(PeersSettings::stacks).orElse(List.of()).stream()
                .flatMap(one -> one.inside().stream().map(in -> stack(one, in, pools)))
                .forEach(stacks::add);
        return new PeerWiring(
                crossing,
                new RelocationPorts(
                        new PostgresRelocations(gate),
                        stacks,
                        movers(gate, atOnce),
                        new PostgresAuditTrail(gate),
                        Wiring.clock(),
                        () -> LockSupport.parkNanos(REST.toNanos())),
                parts);
    }

    private static RelocationPorts.Movers movers(Gate gate, int atOnce) {
        return new RelocationPorts.Movers(
                atOnce,
                move -> PostgresSoleWriter.ofMove(gate, move),
                new PostgresSoleWriter(gate, PostgresSoleWriter.Turn.HOMING));
    }

    /// Where connections to other stacks are kept.
    private record Pools(Environment environment, int atOnce, List<House.Part> parts) {}

    private static CrossingPorts crossing(
            StackStore here, PeersSettings peers, List<House.Part> parts) {
        CloseableHttpClient client = PeerClient.open();
        parts.add(closing(client));
        List<StackPeer> others =
                peers.stacks().stream()
                        .<StackPeer>map(one -> new HttpStackPeer(one.stack(), one.url(), client))
                        .toList();
        HopSeal seal = new HopSeal(here.stack(), peers.secret(), Wiring.clock());
        return new CrossingPorts(here, others, seal, Wiring.clock());
    }

    /// Nothing of ours waits for another stack's database, and none is kept from starting by it.
    private static MovableStack stack(
            PeersSettings.Stack one, PeersSettings.Stack.Inside inside, Pools pools) {
        DataSourceFactory database = inside.database();
        Database.limit(database, "mover");
        database.setInitialSize(0);
        database.setMinSize(0);
        database.setMaxSize(CONNECTIONS_PER_MOVE * pools.atOnce() + CONNECTIONS_BESIDE);
        ManagedDataSource pool =
                database.build(pools.environment().metrics(), "stack-" + one.name());
        pools.parts().add(pooling(pool));
        return new MovableStack(
                new PostgresStackStore(PostgresJdbi.over(pool), one.stack()),
                inside.keyManagement().open());
    }

    private static House.Part pooling(ManagedDataSource pool) {
        return new House.Part() {
            @Override
            public void start() {
                during(pool::start);
            }

            @Override
            public void stop() {
                during(pool::stop);
            }
        };
    }

    private static House.Part closing(CloseableHttpClient client) {
        return new House.Part() {
            @Override
            public void stop() {
                during(client::close);
            }
        };
    }

    @FunctionalInterface
    private interface Step {
        void take() throws Exception;
    }

    private static void during(Step step) {
        try {
            step.take();
        } catch (Exception broken) {
            throw new IllegalStateException("connections to another stack", broken);
        }
    }
}
