package io.turnout.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Moves an org there and back, again and again, as an operator does: asks for a move at one stack
/// or the other, and looks how far it is until it has ended. In the middle of some it makes
/// trouble: each in turn, and each in another phase of the move.
final class Relocator {
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Who waits for a phase that lasts some hundredths of a second.
    private static final Duration CLOSE_LOOK = Duration.ofMillis(4);

    private static final Duration REST = Duration.ofMillis(300);
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> PHASES =
            List.of("copying", "verifying", "quiescing", "freezing", "switched");
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final OwnStacks stacks;
    private final Wire wire;
    private final TroubleMaker troubleMaker;
    private final Moves moves;
    private final String token;

    Relocator(OwnStacks stacks, Wire wire, Moves moves) {
        if (stacks.all().size() < 2) {
            throw new IllegalArgumentException("orgs move where a house has two stacks");
        }
        this.stacks = stacks;
        this.wire = wire;
        this.troubleMaker = new TroubleMaker(stacks);
        this.moves = moves;
        this.token = stacks.operatorToken();
    }

    /// Which org, how often, and what happens in the middle of every so many-th move.
    record Order(String org, int times, List<Trouble> troubles) {
        private static final int TIMES_MAX = 10_000;

        Order {
            troubles = List.copyOf(troubles);
        }

        static Order of(Scenario.Happening one) {
            int times = Integer.parseInt(String.valueOf(one.order().getOrDefault("times", 1)));
            if (times < 1 || times > TIMES_MAX) {
                throw new IllegalArgumentException("an org moves 1 to 10000 times");
            }
            Object troubles = one.order().getOrDefault("troubles", List.of());
            return new Order(
                    one.org(),
                    times,
                    troubles instanceof List<?> words
                            ? words.stream().map(String::valueOf).map(Trouble::of).toList()
                            : List.of(Trouble.of(String.valueOf(troubles))));
        }

        Trouble trouble(int turn) {
            return troubles.isEmpty() ? Trouble.NONE : troubles.get(turn % troubles.size());
        }

        /// Comes round in each phase for each trouble.
        String phase(int turn) {
            return PHASES.get(turn / Math.max(1, troubles.size()) % PHASES.size());
        }
    }

    /// Returns when all were done, or at `end`, by the clock of the JVM.
    void run(Order order, long end) {
        for (int turn = 0; turn < order.times() && System.nanoTime() < end; turn++) {
            move(order, turn);
            Pause.of(REST);
        }
    }

    private record Asked(OwnStack at, OwnStack from, OwnStack to, String id) {}

    private void move(Order order, int turn) {
        Trouble trouble = order.trouble(turn);
        Optional<OwnStack> home = Optional.empty();
        if (trouble == Trouble.STALE) {
            home = Homes.of(stacks, order.org());
            home.ifPresent(troubleMaker::makeStale);
        }
        long start = System.nanoTime();
        Optional<Asked> asked = ask(order.org(), start + PATIENCE.toNanos());
        Moves.Move move =
                asked.map(one -> watch(one, trouble, order.phase(turn), start))
                        .orElseGet(() -> new Moves.Move(trouble, "", "unknown", 0, 0));
        troubleMaker.end();
        moves.add(move);
    }

    private Optional<Asked> ask(String org, long end) {
        while (System.nanoTime() < end) {
            List<OwnStack> all = stacks.all();
            OwnStack at = all.get(ThreadLocalRandom.current().nextInt(all.size()));
            try {
                OwnStack from = Homes.of(stacks, org).orElseThrow();
                OwnStack to = all.get((all.indexOf(from) + 1) % all.size());
                String body = "{\"org\":\"%s\",\"to\":\"%s\"}".formatted(org, to.name());
                Wire.Reply reply = wire.post(door(at, ""), body, operator());
                if (reply.status() == CREATED) {
                    return Optional.of(new Asked(at, from, to, reply.json().path("id").asText()));
                }
            } catch (RuntimeException away) {
                // A database or an instance of it is away for a moment.
            }
            Pause.of(ASK_AGAIN);
        }
        return Optional.empty();
    }

    private Map<String, String> operator() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static URI door(OwnStack stack, String path) {
        List<URI> doors = stack.doors();
        int any = ThreadLocalRandom.current().nextInt(Math.max(1, doors.size()));
        return doors.get(any).resolve("/v1/operator/relocations" + path);
    }

    private Moves.Move watch(Asked asked, Trouble trouble, String phase, long start) {
        String during = "";
        boolean due = trouble != Trouble.NONE && trouble != Trouble.STALE;
        JsonNode now = look(asked);
        long end = start + PATIENCE.toNanos();
        while (!ended(now) && System.nanoTime() < end) {
            String reached =
                    now.path("steps").path(now.path("steps").size() - 1).path("phase").asText();
            if (due && PHASES.indexOf(reached) >= PHASES.indexOf(phase)) {
                due = false;
                during = reached;
                troubleMaker.cause(trouble, asked.at(), asked.from(), asked.to());
            }
            Pause.of(due ? CLOSE_LOOK : LOOK);
            now = look(asked);
        }
        if (due && ended(now)) {
            during = "switched";
            troubleMaker.cause(trouble, asked.at(), asked.from(), asked.to());
        }
        String state = now.path("state").asText();
        String why = now.path("reason").asText("");
        return new Moves.Move(
                trouble,
                during,
                ended(now) ? state + (why.isEmpty() ? "" : " " + why) : "unknown",
                now.path("pauseMillis").asLong(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static boolean ended(JsonNode move) {
        return move.path("state").asText().equals("moved")
                || move.path("state").asText().equals("stayed");
    }

    /// Missing where nobody says.
    private JsonNode look(Asked asked) {
        try {
            Wire.Reply reply = wire.get(door(asked.at(), "/" + asked.id()), operator());
            if (reply.status() == OK) {
                return reply.json();
            }
        } catch (UncheckedIOException | IndexOutOfBoundsException away) {
            // An instance is away for a moment.
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
