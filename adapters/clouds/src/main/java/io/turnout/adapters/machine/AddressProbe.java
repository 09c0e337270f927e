package io.turnout.adapters.machine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Whether somebody answers at an address as is to be expected there. It follows nobody elsewhere,
/// and repeats nothing that is answered.
public final class AddressProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int REDIS = 6379;
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SILENT = "does not answer";

    private AddressProbe() {}

    /// A Redis: it answers PING, or that it wants to know who asks.
    public static Optional<String> redis(URI url) {
        int port = url.getPort() < 0 ? REDIS : url.getPort();
        try (Socket plain = connected(url, port);
                Socket socket = secured(url, port, plain)) {
            socket.getOutputStream().write(PING);
            InputStream in = socket.getInputStream();
            String said = new String(in.readNBytes(5), StandardCharsets.US_ASCII);
            return said.equals("+PONG") || said.equals("-NOAU")
                    ? Optional.empty()
                    : Optional.of("does not answer as a Redis does");
        } catch (IOException away) {
            return Optional.of(SILENT);
        }
    }

    private static Socket connected(URI url, int port) throws IOException {
        InetAddress there = ofSomebody(url.getHost());
        Socket plain = new Socket();
        plain.setSoTimeout((int) PATIENCE.toMillis());
        plain.connect(new InetSocketAddress(there, port), (int) PATIENCE.toMillis());
        return plain;
    }

    private static Socket secured(URI url, int port, Socket plain) throws IOException {
        if (!url.getScheme().equals("rediss")) {
            return plain;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secret = (SSLSocket) factory.createSocket(plain, url.getHost(), port, true);
        SSLParameters asHttps = secret.getSSLParameters();
        asHttps.setEndpointIdentificationAlgorithm("HTTPS");
        secret.setSSLParameters(asHttps);
        secret.startHandshake();
        return secret;
    }

    /// A name may lead where an address may not.
    private static InetAddress ofSomebody(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        if (address.isLinkLocalAddress() || address.isAnyLocalAddress()) {
            throw new IOException("leads nowhere");
        }
        return address;
    }

    /// A server of HTTP: it has an answer, whichever.
    public static Optional<String> http(URI url) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var _ = ofSomebody(url.getHost());
            HttpRequest ask = HttpRequest.newBuilder(url).timeout(PATIENCE).GET().build();
            var _ = client.send(ask, HttpResponse.BodyHandlers.discarding());
            return Optional.empty();
        } catch (IOException away) {
            return Optional.of(SILENT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(SILENT);
        }
    }
}
