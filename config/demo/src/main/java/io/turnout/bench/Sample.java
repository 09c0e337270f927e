package io.turnout.bench;

import java.time.Duration;
import java.util.Locale;

/// One design under one load, once. What was not measured is NaN.
///
/// @param later how many answers were no more than: come again; they count in no other figure
/// @param serverMicros processor time of the servers, and `databaseMicros` that of PostgreSQL, for
///     each answer
/// @param walBytes what PostgreSQL logged for each answer
record Sample(
        String design,
        int connections,
        double perSecond,
        double p50Millis,
        double p99Millis,
        long later,
        double serverMicros,
        double databaseMicros,
        double walBytes) {
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double SECOND_MICROS = 1e6;

    /// What servers and database used in all.
    record Used(Duration server, Duration database, long walBytes) {
        Used minus(Used before) {
            return new Used(
                    server.minus(before.server),
                    database.minus(before.database),
                    walBytes - before.walBytes);
        }
    }

    static Sample of(String design, int connections, Load.Outcome outcome, Used used) {
        double answers = outcome.created() + outcome.refused();
        return new Sample(
                design,
                connections,
                outcome.perSecond(),
                outcome.millis(P50),
                outcome.millis(P99),
                outcome.later(),
                used.server().toNanos() / NANOS_A_MICRO / answers,
                used.database().toNanos() / NANOS_A_MICRO / answers,
                used.walBytes() / answers);
    }

    static Sample ofRate(String design, int connections, double perSecond) {
        double none = Double.NaN;
        return new Sample(design, connections, perSecond, none, none, 0, none, none, none);
    }

    double micros() {
        return SECOND_MICROS / perSecond;
    }

    double processorMicros() {
        return serverMicros + databaseMicros;
    }

    String line() {
        String line =
                String.format(
                        Locale.ROOT,
                        "%4d connections  %-36s %7.0f/s  p50 %6.1f ms  p99 %6.1f ms"
                                + "  server %5.0f us each",
                        connections,
                        design,
                        perSecond,
                        p50Millis,
                        p99Millis,
                        serverMicros);
        return later == 0 ? line : line + ", and " + later + " told to come again";
    }

    String json(String part) {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"part\": \"%s\", \"design\": \"%s\", \"connections\": %d,"
                                + " \"perSecond\": %.1f, \"p50Millis\": %.2f,"
                                + " \"p99Millis\": %.2f, \"later\": %d, \"serverMicros\": %.1f,"
                                + " \"databaseMicros\": %.1f, \"walBytes\": %.0f}",
                        part,
                        design,
                        connections,
                        perSecond,
                        p50Millis,
                        p99Millis,
                        later,
                        serverMicros,
                        databaseMicros,
                        walBytes);
        return json.replace("NaN", "null");
    }
}
