package io.turnout.adapters.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryAuditTrail;
import io.turnout.application.memory.MemoryDefinitionsCopy;
import io.turnout.application.memory.MemoryFlagOverlay;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Overlay;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server that is down, slow or talks nonsense, as we found them.
class ServerDefinitionsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Flag FLAG = Flag.CHECKOUT_V2;

    private final OrgId org = Ids.org();
    private final MemoryDefinitionsCopy copy = new MemoryDefinitionsCopy();
    private final Overlay known =
            new MemoryFlagOverlay(new MemoryAuditTrail(CLOCK), CLOCK).current();
    private HttpServer server;
    private ServerDefinitions definitions;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(answer);
                    }
                });
        server.start();
        definitions = at(server.getAddress().getPort());
        body = Definitions.compiled(allowed());
    }

    private ServerDefinitions at(int port) {
        URI address = URI.create("http://127.0.0.1:" + port);
        return new ServerDefinitions(
                new UnleashFlagServer.Place(address, "default", "production"), "token", copy);
    }

    @AfterEach
    void close() {
        definitions.close();
        server.stop(0);
    }

    private Overlay allowed() {
        return known.after(
                List.of(new FlagChange.Allow(FLAG, Audience.of(org))),
                new Mark("op-1", "a try", Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "401, '{}'",
        "404, ''",
        "503, 'busy'",
        "200, '<html>proxy</html>'",
        "200, '{\"version\":2}'",
        "200, '{\"version\":2,\"features\":[{\"name\":\"checkout-v2\"}]}'",
        "200, '{\"version\":2,\"features\":[{'"
    })
    void what_was_heard_last_holds_and_the_next_sound_word_is_heard_at_once(
            int answered, String nonsense) {
        definitions.poll();
        assertThat(definitions.isOn(FLAG, org)).isTrue();
        String sound = body;

        status = answered;
        body = nonsense;
        for (int i = 0; i < 5; i++) {
            definitions.poll();
        }

        assertThat(definitions.isOn(FLAG, org)).isTrue();
        assertThat(definitions.sight()).isEmpty();
        assertThat(copy.last("production")).contains(sound);
        status = 200;
        body = Definitions.compiled(known);
        definitions.poll();
        assertThat(definitions.isOn(FLAG, org)).isFalse();
    }

    @Test
    void a_start_without_the_server_goes_by_what_any_instance_heard_last() {
        definitions.poll();
        server.stop(0);

        try (ServerDefinitions restarted = at(server.getAddress().getPort())) {
            restarted.follow(known);
            restarted.poll();

            assertThat(restarted.isOn(FLAG, org)).isTrue();
        }
    }

    @Test
    void a_house_that_never_heard_of_its_server_goes_by_what_was_decided_here() {
        server.stop(0);

        definitions.follow(allowed());
        definitions.poll();

        assertThat(definitions.isOn(FLAG, org)).isTrue();
        assertThat(definitions.isOn(Flag.WAITING_ROOM, org)).isTrue();
        definitions.follow(known);
        assertThat(definitions.isOn(FLAG, org)).isFalse();
    }

    @Test
    void a_copy_that_is_none_is_not_believed() {
        copy.keep("production", "garbage");

        definitions.follow(known);

        assertThat(definitions.isOn(Flag.WAITING_ROOM, org)).isTrue();
    }

    @Test
    void a_server_that_takes_calls_and_never_answers_keeps_nobody_waiting() throws Exception {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            long began = System.nanoTime();

            try (ServerDefinitions stuck = at(blackHole.getLocalPort())) {
                stuck.follow(known);
                assertThat(stuck.isOn(Flag.WAITING_ROOM, org)).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isLessThan(Duration.ofSeconds(2));

                stuck.poll();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
