package io.turnout.adapters.salesforce;

import io.turnout.domain.delivery.CallUsage;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `Sforce-Limit-Info`, which Salesforce sends on every answer, so that knowing costs no call.
final class UsageHeader {
    /// One pair among others that may come or go: `api-usage=18/5000; api-bursts=1/750`.
    private static final Pattern PAIR =
            Pattern.compile("(?:^|[;,\\s])api-usage=(\\d{1,15})/(\\d{1,15})");

    private UsageHeader() {}

    static Optional<CallUsage> read(String header, Instant at) {
        Matcher pair = PAIR.matcher(header);
        return pair.find()
                ? Optional.of(
                        new CallUsage(
                                Long.parseLong(pair.group(1)), Long.parseLong(pair.group(2)), at))
                : Optional.empty();
    }
}
