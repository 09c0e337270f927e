package io.turnout.config;

import io.dropwizard.client.HttpClientBuilder;
import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.redis.RedisClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/// A process whose JDK was told to take any TLS there is, with a server that offers one version,
/// and callers that are made as the house makes its own.
final class TlsTrial {
    private static final String PASSWORD = "not-a-secret";
    private static final int REDIS_TRIES = 6;

    private final Path folder;

    private TlsTrial(Path folder) {
        this.folder = folder;
    }

    static TlsTrial in(Path folder) throws Exception {
        Files.writeString(
                folder.resolve("any.security"),
                "jdk.tls.disabledAlgorithms=NULL\njdk.certpath.disabledAlgorithms=MD2\n");
        int made =
                new ProcessBuilder(
                                java("keytool"),
                                "-genkeypair",
                                "-alias",
                                "here",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-keystore",
                                folder.resolve("here.p12").toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start()
                        .waitFor();
        if (made != 0) {
            throw new IllegalStateException("no certificate");
        }
        return new TlsTrial(folder);
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /// What each caller got from a server that offers one version.
    List<String> run(String version, String callers) throws Exception {
        String store = folder.resolve("here.p12").toString();
        Process process =
                new ProcessBuilder(
                                java("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.security.properties=" + folder.resolve("any.security"),
                                "-Djavax.net.ssl.keyStore=" + store,
                                "-Djavax.net.ssl.keyStorePassword=" + PASSWORD,
                                "-Djavax.net.ssl.trustStore=" + store,
                                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                                "-cp",
                                System.getProperty("java.class.path", ""),
                                TlsTrial.class.getName(),
                                version,
                                callers)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> said = process.inputReader().lines().toList();
        int _ = process.waitFor();
        return said.stream()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    /// In the process: the server's version, and who calls.
    public static void main(String[] arguments) throws Exception {
        if (arguments[1].equals("house")) {
            Hops.areModern();
        }
        try (OneVersion server = new OneVersion(arguments[0])) {
            List<String> said =
                    arguments[1].equals("house") ? house(server) : List.of(bare(server));
            PrintStream out = System.out;
            said.forEach(line -> out.println("> " + line));
            out.flush();
        }
        System.exit(0);
    }

    private static String bare(OneVersion server) throws Exception {
        return "bare "
                + server.met(
                        port -> {
                            try (SSLSocket socket =
                                    (SSLSocket)
                                            SSLContext.getDefault()
                                                    .getSocketFactory()
                                                    .createSocket("localhost", port)) {
                                socket.setEnabledProtocols(new String[] {"TLSv1.1"});
                                socket.startHandshake();
                            }
                        });
    }

    private static List<String> house(OneVersion server) throws Exception {
        List<String> said = new ArrayList<>();
        said.add("postgres " + server.met(TlsTrial::postgres));
        said.add("redis " + server.met(TlsTrial::redis));
        said.add("salesforce " + server.met(TlsTrial::salesforce));
        return said;
    }

    private static void postgres(int port) throws Exception {
        DriverManager.getConnection(
                        "jdbc:postgresql://localhost:%d/none?sslmode=require&socketTimeout=2"
                                .formatted(port))
                .close();
    }

    private static void redis(int port) {
        RedissonClient client = RedisClient.at(URI.create("rediss://localhost:" + port));
        try {
            // It waits for half a second at most, which a cold process on a busy machine needs.
            for (int tried = 0; tried < REDIS_TRIES; tried++) {
                askInVain(client);
            }
        } finally {
            client.shutdown();
        }
    }

    private static void askInVain(RedissonClient client) {
        try {
            var _ = client.getBucket("none").get();
        } catch (RedisException expected) {
            // Nobody answers here.
        }
    }

    private static void salesforce(int port) throws IOException {
        var settings = new SalesforceSettings(null, null, null, null);
        try (CloseableHttpClient client =
                new HttpClientBuilder(new Environment("trial"))
                        .using(settings.client())
                        .build("salesforce")) {
            var _ = client.execute(new HttpGet("https://localhost:" + port), answer -> answer);
        }
    }

    private interface Caller {
        void call(int port) throws Exception;
    }

    /// Speaks one version of TLS with whoever comes, after the word that PostgreSQL's clients want,
    /// and hangs up.
    private static final class OneVersion implements AutoCloseable {
        private static final int SSL_REQUEST_BYTES = 8;

        private static final String REFUSED = "refused";

        private final String version;
        private final ServerSocket door;
        private final BlockingQueue<String> met = new LinkedBlockingQueue<>();

        OneVersion(String version) throws IOException {
            this.version = version;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread _ = Thread.ofPlatform().daemon().start(this::serve);
        }

        private void serve() {
            while (!door.isClosed()) {
                try (Socket visitor = door.accept()) {
                    met.add(shake(visitor));
                } catch (IOException refused) {
                    met.add(REFUSED);
                }
            }
        }

        private String shake(Socket visitor) throws IOException {
            visitor.setSoTimeout(5_000);
            int first = visitor.getInputStream().read();
            @Nullable InputStream read = new ByteArrayInputStream(new byte[] {(byte) first});
            if (first == 0) {
                // A client of PostgreSQL asks for TLS in clear.
                var _ = visitor.getInputStream().readNBytes(SSL_REQUEST_BYTES - 1);
                visitor.getOutputStream().write('S');
                read = null;
            }
            SSLSocketFactory sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket socket = (SSLSocket) sockets.createSocket(visitor, read, true)) {
                socket.setEnabledProtocols(new String[] {version});
                socket.startHandshake();
                return socket.getSession().getProtocol();
            }
        }

        /// What version a caller and this agreed on, by whichever try.
        String met(Caller caller) throws InterruptedException {
            met.clear();
            try {
                caller.call(door.getLocalPort());
            } catch (Exception expected) {
                // Nobody is served here, whatever version it is.
            }
            String answer = met.poll(10, TimeUnit.SECONDS);
            while (REFUSED.equals(answer) && !met.isEmpty()) {
                answer = met.poll();
            }
            return answer == null ? "nobody" : answer;
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
