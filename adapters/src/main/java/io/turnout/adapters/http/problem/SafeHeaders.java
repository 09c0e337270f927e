package io.turnout.adapters.http.problem;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// What every answer says to browsers, and the id by which it is found again.
public final class SafeHeaders {
    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_REFERRER =
            new PreEncodedHttpField("Referrer-Policy", "no-referrer");

    private SafeHeaders() {}

    public static void put(HttpFields.Mutable headers, String correlation) {
        headers.put(NO_SNIFFING);
        headers.put(NO_REFERRER);
        headers.put(Correlation.HEADER, correlation);
    }
}
