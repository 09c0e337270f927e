package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.capacity.Seats;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Senders that take their time hold up nobody but themselves. Without the gathering of bodies in
/// `Doorway`, 1,300 of them take every thread there is and the first test fails.
class SlowBodyTest {
    private static final int ATTACKERS = 1_300;
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final long ATTACK_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long SLOWEST_NANOS = TimeUnit.SECONDS.toNanos(3);

    @Test
    void thirteen_hundred_slow_senders_stop_nobody_else() throws IOException {
        try (OpenHouse house = house(ATTACKERS * 2, ATTACKERS * 2)) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());
            List<SocketChannel> attack = attack(house, fair);
            List<Integer> statuses = new ArrayList<>();
            long slowest = 0;

            long end = System.nanoTime() + ATTACK_NANOS;
            for (int i = 0; System.nanoTime() < end; i++) {
                long asked = System.nanoTime();
                statuses.add(
                        house.post(fair.registrations(), "k" + i, Fair.one("ada")).statusCode());
                slowest = Math.max(slowest, System.nanoTime() - asked);
                drip(attack);
                java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
            }

            assertThat(statuses).hasSizeGreaterThan(10).containsOnly(201);
            assertThat(slowest).isLessThan(SLOWEST_NANOS);
            assertThat(attack).noneMatch(SlowBodyTest::stillServed);
            close(attack);
        }
    }

    @Test
    void whoever_sends_too_much_hears_so_after_the_last_byte() throws Exception {
        try (OpenHouse house = house(10, 10);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());
            String head =
                    "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n"
                            .formatted(fair.registrations());

            socket.getOutputStream().write(head.getBytes(US_ASCII));
            TimeUnit.MILLISECONDS.sleep(300);
            socket.getOutputStream().write(new byte[35_000]);
            TimeUnit.MILLISECONDS.sleep(300);
            socket.getOutputStream().write(new byte[35_000]);

            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void a_body_that_is_late_is_answered_408_and_one_in_time_is_not() throws IOException {
        try (OpenHouse house = new OpenHouse(() -> Fair.NOON, quick())) {
            Fair fair = Fair.open(house.memory, new Seats.Unlimited());

            RawSocket.Answer late = wait(house, head(fair, 10) + "{");
            HttpResponse<String> inTime = house.post(fair.registrations(), "k", Fair.one("ada"));

            assertThat(late.status()).as(late.text()).isEqualTo(408);
            assertThat(late.body()).contains("urn:turnout:problem:request-timeout");
            assertThat(inTime.statusCode()).isEqualTo(201);
        }
    }

    @Test
    void one_address_has_so_many_connections_and_no_more() throws IOException {
        try (OpenHouse house = house(100, 3)) {
            List<SocketChannel> three = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                three.add(connect(house));
                assertThat(answered(three.get(i))).isTrue();
            }

            assertThat(answered(connect(house))).isFalse();
            close(three.subList(0, 1));
            assertThat(eventually(() -> answered(connect(house)))).isTrue();
            close(three);
        }
    }

    private static OpenHouse house(int connections, int each) {
        return new OpenHouse(
                () -> Fair.NOON,
                new HttpDoorSettings(
                        DEADLINE, connections, each, Optional.empty(), LaneSettings.USUAL));
    }

    private static HttpDoorSettings quick() {
        return new HttpDoorSettings(
                Duration.ofMillis(300), 100, 100, Optional.empty(), LaneSettings.USUAL);
    }

    private static List<SocketChannel> attack(OpenHouse house, Fair fair) throws IOException {
        List<SocketChannel> attack = new ArrayList<>();
        ByteBuffer start = US_ASCII.encode(head(fair, 1_000) + "{");
        for (int i = 0; i < ATTACKERS; i++) {
            SocketChannel one = connect(house);
            assertThat(one.write(start.duplicate())).isPositive();
            attack.add(one);
        }
        return attack;
    }

    private static void drip(List<SocketChannel> attack) {
        attack.forEach(
                one -> {
                    try {
                        var _ = one.write(ByteBuffer.wrap(new byte[] {' '}));
                    } catch (IOException thrownOut) {
                        // That is what should become of it.
                    }
                });
    }

    /// After the deadline a late sender has an answer, an end or a reset to read, and not nothing.
    private static boolean stillServed(SocketChannel one) {
        try {
            one.configureBlocking(false);
            return one.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private static RawSocket.Answer wait(OpenHouse house, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return new RawSocket.Answer(
                    new String(socket.getInputStream().readAllBytes(), US_ASCII));
        }
    }

    private static SocketChannel connect(OpenHouse house) throws IOException {
        return SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), house.port()));
    }

    private static boolean answered(SocketChannel one) {
        try {
            var _ = one.write(US_ASCII.encode("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"));
            return one.read(ByteBuffer.allocate(4_096)) > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean eventually(java.util.concurrent.Callable<Boolean> what) {
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            boolean so = what.call();
            while (!so && System.nanoTime() < end) {
                so = what.call();
            }
            return so;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void close(List<SocketChannel> channels) throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    private static String head(Fair fair, int length) {
        return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        .formatted(fair.registrations())
                + "Idempotency-Key: k\r\nContent-Length: %d\r\n\r\n".formatted(length);
    }
}
