package io.turnout.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.HdrHistogram.Histogram;

/// So many connections that send requests: a closed loop, where each sends its next when the last
/// is answered, or an open one, where each request is due at a time of its own. It speaks just
/// enough HTTP/1.1 for that, so that little of the machine goes to asking.
final class Load {
    private static final int ANSWER_MILLIS_MAX = 30_000;
    private static final long NANOS_MAX = Duration.ofSeconds(60).toNanos();
    private static final int DIGITS = 3;
    private static final long LATER_MILLIS = 100;

    private static final double SECOND = 1e9;
    private static final long CONNECTING = Duration.ofSeconds(1).toNanos();

    private final List<InetSocketAddress> servers;
    private final LongFunction<Request> requests;

    /// @param servers whom to ask; connections are spread over all of them
    /// @param requests the n-th request, n counting over all connections
    Load(List<InetSocketAddress> servers, LongFunction<Request> requests) {
        this.servers = List.copyOf(servers);
        this.requests = requests;
    }

    /// A POST, or a GET where there is no body.
    record Request(String path, String body) {}

    /// What came of it: answers by status class, and how long they took. `later` were told to come
    /// again, and count in no figure.
    record Outcome(
            long created,
            long refused,
            long later,
            Map<Integer, Long> failed,
            Duration took,
            Histogram nanos) {
        double perSecond() {
            return (created + refused) / (took.toNanos() / SECOND);
        }

        double millis(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /// Asks for `time` as fast as answers come, then lets each connection have its last one.
    Outcome run(int connections, Duration time) throws Exception {
        return run(connections, time, System.nanoTime(), _ -> System.nanoTime());
    }

    /// Asks so often a second for `time`, however slow the answers are. Times count from when a
    /// request was due, also where its connection still waited for an answer then.
    Outcome runAtRate(int connections, Duration time, double perSecond) throws Exception {
        long start = System.nanoTime() + CONNECTING;
        return run(connections, time, start, n -> start + Math.round(n * SECOND / perSecond));
    }

    private Outcome run(int connections, Duration time, long start, LongUnaryOperator due)
            throws Exception {
        long end = start + time.toNanos();
        try (ExecutorService everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Tally>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                long first = i;
                running.add(everybody.submit(() -> one(first, connections, end, due)));
            }
            Tally all = new Tally();
            for (Future<Tally> one : running) {
                all.add(one.get());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Outcome(all.created, all.refused, all.later, all.failed, took, all.nanos);
        }
    }

    private Tally one(long first, int step, long end, LongUnaryOperator due)
            throws IOException, InterruptedException {
        Tally tally = new Tally();
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(ANSWER_MILLIS_MAX);
            socket.connect(servers.get((int) (first % servers.size())), ANSWER_MILLIS_MAX);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            long n = first;
            for (long at = due.applyAsLong(n); at < end; at = due.applyAsLong(n)) {
                byte[] request = request(requests.apply(n), n);
                n += step;
                pause(at);
                out.write(request);
                int status = Answer.read(in);
                if (Answer.isLater(status)) {
                    tally.later++;
                    Thread.sleep(LATER_MILLIS);
                } else {
                    tally.count(status, System.nanoTime() - at);
                }
            }
        }
        return tally;
    }

    private static void pause(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static byte[] request(Request request, long n) {
        if (request.body().isEmpty()) {
            String get = "GET " + request.path() + " HTTP/1.1\r\nHost: bench\r\n\r\n";
            return get.getBytes(StandardCharsets.US_ASCII);
        }
        byte[] content = request.body().getBytes(StandardCharsets.UTF_8);
        String head =
                "POST "
                        + request.path()
                        + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
                        + "Idempotency-Key: "
                        + Bodies.key(n)
                        + "\r\nContent-Length: "
                        + content.length
                        + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    private static final class Tally {
        private static final int OK = 200;
        private static final int CREATED = 201;
        private static final int CONFLICT = 409;
        private long created;
        private long refused;
        private long later;
        private final Map<Integer, Long> failed = new TreeMap<>();
        private final Histogram nanos = new Histogram(NANOS_MAX, DIGITS);

        private void count(int status, long took) {
            switch (status) {
                case OK, CREATED -> created++;
                case CONFLICT -> refused++;
                default -> failed.merge(status, 1L, Long::sum);
            }
            nanos.recordValue(Math.min(took, NANOS_MAX));
        }

        private void add(Tally other) {
            created += other.created;
            refused += other.refused;
            later += other.later;
            other.failed.forEach((status, n) -> failed.merge(status, n, Long::sum));
            nanos.add(other.nanos);
        }
    }
}
