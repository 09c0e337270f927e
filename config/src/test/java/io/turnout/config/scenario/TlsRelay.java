package io.turnout.config.scenario;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// Puts TLS before a server that has none, as managed stores do.
final class TlsRelay implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final AtomicInteger met = new AtomicInteger();

    TlsRelay(SSLContext context, int behind) throws IOException {
        this.behind = behind;
        this.door =
                context.getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread _ = Thread.ofPlatform().daemon().start(this::serve);
    }

    URI url() {
        return URI.create("rediss://localhost:" + door.getLocalPort());
    }

    /// How many have spoken through it: shaken hands, and said something.
    int met() {
        return met.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                Thread _ = Thread.ofVirtual().start(() -> join(visitor));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void join(Socket visitor) {
        try (visitor;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread back = Thread.ofVirtual().start(() -> pass(server, visitor));
            byte[] first = visitor.getInputStream().readNBytes(1);
            int _ = met.incrementAndGet();
            server.getOutputStream().write(first);
            pass(visitor, server);
            back.join();
        } catch (IOException refused) {
            // Whoever does not trust the certificate goes.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            var _ = from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // Either end may go at any time.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
