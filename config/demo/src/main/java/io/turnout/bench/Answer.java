package io.turnout.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads one HTTP/1.1 answer off a connection that stays open.
final class Answer {
    private static final String LENGTH = "content-length:";
    private static final int LINE_MAX = 512;
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;

    private Answer() {}

    /// Whether it means no more than: come again.
    static boolean isLater(int status) {
        return status == 429 || status == 503;
    }

    /// The status; the body is read and dropped.
    static int read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(STATUS_FROM, STATUS_TO));
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Long.parseLong(line.substring(LENGTH.length()).trim());
            }
            chunked |= line.equalsIgnoreCase("transfer-encoding: chunked");
        }
        if (chunked) {
            for (long size = size(in); size > 0; size = size(in)) {
                in.skipNBytes(size);
                String _ = line(in);
            }
            String _ = line(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static long size(InputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        byte[] line = new byte[LINE_MAX];
        int length = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || length == LINE_MAX) {
                throw new EOFException("the answer ended early");
            }
            line[length++] = (byte) c;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.US_ASCII);
    }
}
