package io.turnout.scenario;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSocketFactory;

/// A connection that is kept between requests. It speaks just enough HTTP/1.1 for that, so that
/// little of the machine goes to asking.
final class Line implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final long IDLE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final byte LOOPBACK = 127;
    private static final int ADDRESSES = 128;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int HEX = 16;
    private static final int BUFFER = 8_192;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private boolean kept = true;
    private boolean answered;
    private long usedAt = System.nanoTime();

    private Line(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /// @param patience how long an answer may keep us waiting
    static Line to(URI address, Duration patience) throws IOException {
        boolean sealed = "https".equals(address.getScheme());
        int usual = sealed ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? usual : address.getPort();
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            InetSocketAddress there = new InetSocketAddress(address.getHost(), port);
            comeFromOneOfMany(socket, there);
            socket.connect(there, CONNECT_MILLIS);
            return new Line(sealed ? sealed(socket, address.getHost(), port) : socket);
        } catch (IOException | RuntimeException refused) {
            socket.close();
            throw refused;
        }
    }

    /// A machine has many addresses of its own, as the visitors have.
    private static void comeFromOneOfMany(Socket socket, InetSocketAddress there)
            throws IOException {
        InetAddress target = there.getAddress();
        if (target instanceof Inet4Address && target.isLoopbackAddress()) {
            byte[] own = {LOOPBACK, 0, 0, (byte) ThreadLocalRandom.current().nextInt(1, ADDRESSES)};
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(own), 0));
        }
    }

    private static Socket sealed(Socket socket, String host, int port) throws IOException {
        var sealed =
                (javax.net.ssl.SSLSocket)
                        ((SSLSocketFactory) SSLSocketFactory.getDefault())
                                .createSocket(socket, host, port, true);
        var named = sealed.getSSLParameters();
        named.setEndpointIdentificationAlgorithm("HTTPS");
        sealed.setSSLParameters(named);
        return sealed;
    }

    /// Whether it can be asked once more. Servers close what is not used.
    boolean isKept() {
        return kept && System.nanoTime() - usedAt < IDLE_NANOS;
    }

    /// Whether anything came back since the last request.
    boolean answered() {
        return answered;
    }

    Wire.Reply send(byte[] request) throws IOException {
        answered = false;
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(STATUS_FROM, STATUS_TO));
        Map<String, String> headers = headers();
        byte[] body = body(status, headers);
        kept &= !"close".equalsIgnoreCase(headers.get("connection"));
        usedAt = System.nanoTime();
        return new Wire.Reply(status, new String(body, StandardCharsets.UTF_8), headers);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var _ = headers.putIfAbsent(name, line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            throw new IOException("an answer of no known length");
        }
        return read(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            all.writeBytes(read(size));
            String _ = line();
        }
        String _ = line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), HEX);
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = Math.min(length, to - from);
        System.arraycopy(buffer, from, bytes, 0, done);
        from += done;
        if (in.readNBytes(bytes, done, length - done) < length - done) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            fill();
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.append(new String(buffer, from, end - from, StandardCharsets.ISO_8859_1));
            from = Math.min(to, end + 1);
            if (end < to) {
                return line.toString().stripTrailing();
            }
        }
    }

    private void fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer));
            if (to == 0) {
                throw new EOFException("the answer ended early");
            }
            answered = true;
        }
    }

    @Override
    public void close() {
        kept = false;
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
