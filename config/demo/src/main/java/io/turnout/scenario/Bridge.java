package io.turnout.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A way over the network from one stack to another, which can be cut: bytes go through as they
/// are. Who is on it when it is cut hears nothing more until it is mended, and then that it broke;
/// who comes meanwhile waits likewise, as behind a router that drops what it gets.
final class Bridge implements AutoCloseable {
    private static final int WAITING_MAX = 1_024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int CHUNK = 16_384;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Supplier<List<InetSocketAddress>> ends;
    private final ServerSocket door;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> crossing = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /// @param ends where it may lead now; each that comes is led to one of them
    Bridge(Supplier<List<InetSocketAddress>> ends) throws IOException {
        this.ends = ends;
        this.door = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
        crossing.forEach(Bridge::hangUp);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                crossing.add(near);
                var _ = carriers.submit(() -> lead(near));
            } catch (IOException closed) {
                // It was closed, or whoever came is gone already.
            }
        }
    }

    private void lead(Socket near) {
        Socket far = far();
        if (far == null) {
            forget(near);
            return;
        }
        crossing.add(far);
        try (near;
                far) {
            Future<?> back = carriers.submit(() -> carry(far, near));
            carry(near, far);
            var _ = back.get();
        } catch (IOException | ExecutionException broken) {
            // Both ends are told by what follows.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            forget(near);
            forget(far);
        }
    }

    private @Nullable Socket far() {
        List<InetSocketAddress> open = ends.get();
        if (open.isEmpty()) {
            return null;
        }
        Socket socket = new Socket();
        try {
            socket.connect(
                    open.get(ThreadLocalRandom.current().nextInt(open.size())), CONNECT_MILLIS);
            return socket;
        } catch (IOException nobody) {
            hangUp(socket);
            return null;
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] bytes = new byte[CHUNK];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                while (cut && !from.isClosed()) {
                    Pause.of(LOOK);
                }
                to.getOutputStream().write(bytes, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            hangUp(from);
            hangUp(to);
        }
    }

    private void forget(Socket socket) {
        hangUp(socket);
        crossing.remove(socket);
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut = false;
        crossing.forEach(Bridge::hangUp);
        carriers.close();
    }
}
