package io.turnout.adapters.salesforce;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many of an org's calls of the last 24 hours everybody together has used, and when
/// Salesforce said so. It says so on every answer, so knowing costs no call.
public record ApiUsage(long used, long max, Instant at) {
    /// One pair among others that may come or go: `api-usage=18/5000; api-bursts=1/750`.
    private static final Pattern PAIR =
            Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    static Optional<ApiUsage> read(String header, Instant at) {
        Matcher pair = PAIR.matcher(header);
        return pair.find()
                ? Optional.of(
                        new ApiUsage(
                                Long.parseLong(pair.group(1)), Long.parseLong(pair.group(2)), at))
                : Optional.empty();
    }
}
