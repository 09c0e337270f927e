package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;

/// A connection that says whatever it likes, proper HTTP or not.
final class RawSocket {
    private static final int PATIENCE_MILLIS = 8_000;

    private RawSocket() {}

    /// All the server answered until it closed the connection.
    static Answer say(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (SocketException closed) {
                // The server need not hear us out; what it answered can still be read.
            }
            return new Answer(readAll(socket));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            var _ = socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // A reset ends an answer as well as a close does.
        }
        return answer.toString(ISO_8859_1);
    }

    /// An answer as it came over the wire; empty when the connection was just closed.
    record Answer(String text) {
        int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.substring(9, 12));
        }

        String head() {
            int end = text.indexOf("\r\n\r\n");
            return (end < 0 ? text : text.substring(0, end)).toLowerCase(Locale.ROOT);
        }

        String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }
    }
}
