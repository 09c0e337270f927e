package io.turnout.config;

import io.turnout.adapters.postgres.FlagListener;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresDefinitionsCopy;
import io.turnout.adapters.postgres.PostgresDriftNews;
import io.turnout.adapters.postgres.PostgresFlagOverlay;
import io.turnout.adapters.postgres.PostgresOverlayAcknowledgements;
import io.turnout.adapters.postgres.PostgresProjectedFlags;
import io.turnout.adapters.postgres.PostgresRollouts;
import io.turnout.adapters.postgres.PostgresSoleWriter;
import io.turnout.adapters.redis.RedisClient;
import io.turnout.adapters.redis.RedisFlagOverlay;
import io.turnout.adapters.unleash.CompiledDefinitions;
import io.turnout.adapters.unleash.ServerDefinitions;
import io.turnout.adapters.unleash.UnleashFlagServer;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagDefinitions;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.FlagServer;
import io.turnout.application.flags.FollowOverlay;
import io.turnout.application.flags.ReconcileFlags;
import io.turnout.application.flags.ServerPorts;
import io.turnout.application.rollout.PauseOnDrift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RedissonClient;

/// How flags are decided, and what hears of it when that changes.
record FlagWiring(FlagPorts ports, List<House.Part> parts) {
    /// Nothing that is lost on the way is missed for longer.
    private static final Duration LOOK = Duration.ofSeconds(5);

    /// A server is asked so often; it learns of changes once a second itself.
    private static final Duration POLL = Duration.ofMillis(500);

    FlagWiring {
        parts = List.copyOf(parts);
    }

    static FlagWiring over(Gate gate, TurnoutSettings settings) {
        List<House.Part> parts = new ArrayList<>();
        FlagOverlay overlay = new PostgresFlagOverlay(gate);
        Optional<RedisFlagOverlay> told = Optional.empty();
        if (settings.flags().redis().isPresent()) {
            RedissonClient redisson =
                    RedisClient.at(settings.sessions().address(settings.flags().redis().get()));
            told = Optional.of(new RedisFlagOverlay(redisson, settings.stack(), overlay));
            parts.add(closing(redisson::shutdown));
        }
        Definitions definitions = definitions(gate, settings.flags());
        FlagOverlay decided = told.<FlagOverlay>map(redis -> redis).orElse(overlay);
        FlagPorts ports =
                new FlagPorts(
                        new FlagDecisions(decided, definitions.definitions(), Wiring.clock()),
                        decided,
                        new PostgresOverlayAcknowledgements(gate),
                        new PauseOnDrift(new PostgresRollouts(gate), new PostgresDriftNews(gate)),
                        settings.instance(),
                        settings.peers().map(PeersSettings::homes).orElse(List.of()));
        FollowOverlay follow = new FollowOverlay(ports);
        parts.addAll(definitions.parts());
        parts.add(looking(follow));
        parts.add(listening(new FlagListener(gate, follow::follow)));
        told.ifPresent(redis -> parts.add(hearing(redis, follow)));
        definitions.server().ifPresent(server -> parts.add(projecting(gate, ports, server)));
        return new FlagWiring(ports, parts);
    }

    /// Who keeps the definitions, and the server if that is one.
    private record Definitions(
            FlagDefinitions definitions, Optional<FlagServer> server, List<House.Part> parts) {}

    private static Definitions definitions(Gate gate, FlagsSettings settings) {
        return switch (settings) {
            case FlagsSettings.Embedded _ -> {
                var compiled = new CompiledDefinitions();
                yield new Definitions(
                        compiled, Optional.empty(), List.of(closing(compiled::close)));
            }
            case FlagsSettings.Unleash unleash -> server(gate, unleash);
        };
    }

    private static Definitions server(Gate gate, FlagsSettings.Unleash unleash) {
        var place =
                new UnleashFlagServer.Place(
                        unleash.url(), unleash.project(), unleash.environment());
        var handed =
                new ServerDefinitions(place, unleash.token(), new PostgresDefinitionsCopy(gate));
        var server = new UnleashFlagServer(handed, place, unleash.adminToken());
        return new Definitions(
                handed,
                Optional.of(server),
                List.of(
                        closing(handed::close),
                        remarking(server),
                        loop("flag-server", POLL, handed::poll)));
    }

    private static Loop projecting(Gate gate, FlagPorts ports, FlagServer server) {
        ReconcileFlags reconcile =
                new ReconcileFlags(
                        ports,
                        new ServerPorts(
                                server,
                                new PostgresProjectedFlags(gate),
                                new PostgresSoleWriter(gate, PostgresSoleWriter.Turn.FLAGS)),
                        Wiring.clock());
        return loop("flag-projection", POLL, reconcile::reconcile);
    }

    private static Loop hearing(RedisFlagOverlay redis, FollowOverlay follow) {
        return loop(
                "flag-redis",
                LOOK,
                () -> {
                    boolean _ = redis.hear(follow::follow);
                });
    }

    private static Loop loop(String name, Duration pause, Runnable round) {
        return new Loop(
                name,
                1,
                pause,
                () -> {
                    round.run();
                    return false;
                });
    }

    /// Known before the first visitor comes, and looked at again every few seconds.
    private static House.Part looking(FollowOverlay follow) {
        Loop loop = loop("flags", LOOK, follow::follow);
        return new House.Part() {
            @Override
            public void start() {
                follow.follow();
                loop.start();
            }

            @Override
            public void stop() {
                loop.stop();
            }
        };
    }

    private static House.Part closing(Runnable close) {
        return new House.Part() {
            @Override
            public void stop() {
                close.run();
            }
        };
    }

    private static House.Part remarking(UnleashFlagServer server) {
        return new House.Part() {
            @Override
            public void stop() {
                server.close();
            }

            @Override
            public Optional<String> remark() {
                return server.remark();
            }
        };
    }

    private static House.Part listening(FlagListener listener) {
        return new House.Part() {
            @Override
            public void start() {
                var _ = Thread.ofPlatform().name("flag-listener").daemon().start(listener);
            }

            @Override
            public void stop() {
                listener.close();
            }
        };
    }
}
