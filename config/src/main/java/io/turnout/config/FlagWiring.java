package io.turnout.config;

import io.turnout.adapters.postgres.FlagListener;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.PostgresFlagOverlay;
import io.turnout.adapters.postgres.PostgresOverlayAcknowledgements;
import io.turnout.adapters.unleash.CompiledDefinitions;
import io.turnout.application.flags.FlagDecisions;
import io.turnout.application.flags.FlagOverlay;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.flags.FollowOverlay;
import java.time.Duration;
import java.util.List;

/// How flags are decided, and what hears of it when that changes.
record FlagWiring(FlagPorts ports, List<House.Part> parts) {
    /// Nothing that is lost on the way is missed for longer.
    private static final Duration LOOK = Duration.ofSeconds(5);

    FlagWiring {
        parts = List.copyOf(parts);
    }

    static FlagWiring over(Gate gate, TurnoutSettings settings) {
        FlagOverlay overlay = new PostgresFlagOverlay(gate);
        CompiledDefinitions definitions = new CompiledDefinitions();
        FlagPorts ports =
                new FlagPorts(
                        new FlagDecisions(overlay, definitions, Wiring.clock()),
                        overlay,
                        new PostgresOverlayAcknowledgements(gate),
                        settings.instance());
        FollowOverlay follow = new FollowOverlay(ports);
        return new FlagWiring(
                ports,
                List.of(
                        closing(definitions),
                        looking(follow),
                        listening(new FlagListener(gate, follow::follow))));
    }

    /// Known before the first visitor comes, and looked at again every few seconds.
    private static House.Part looking(FollowOverlay follow) {
        Loop loop =
                new Loop(
                        "flags",
                        1,
                        LOOK,
                        () -> {
                            follow.follow();
                            return false;
                        });
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

    private static House.Part closing(CompiledDefinitions definitions) {
        return new House.Part() {
            @Override
            public void stop() {
                definitions.close();
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
