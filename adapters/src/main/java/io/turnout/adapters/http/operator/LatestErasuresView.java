package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.erasure.Erasures.Mark;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was asked for last, in all orgs: nobody is named. `next` is the cursor of the page after
/// this one.
public record LatestErasuresView(List<Line> erasures, @Nullable String next) implements View {
    private static final int PARTS = 3;

    public static LatestErasuresView of(List<Progress> latest, int size) {
        return new LatestErasuresView(
                latest.stream().map(Line::of).toList(),
                latest.size() == size ? cursor(latest.getLast().mark()) : null);
    }

    private static String cursor(Mark mark) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, mark.asked());
        return micros + "." + mark.org() + "." + mark.id();
    }

    /// Reads what `cursor` wrote.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Mark mark(String cursor) {
        String[] parts = cursor.split("\\.", PARTS);
        if (parts.length < PARTS) {
            throw new IllegalArgumentException("a time, an org and an id");
        }
        return new Mark(
                Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
                new OrgId(parts[1]),
                ErasureId.valueOf(parts[2]));
    }

    /// One of them; `entry` is its number in the org's ledger, once there is a receipt.
    public record Line(
            String id,
            String org,
            String state,
            String askedAt,
            @Nullable String doneAt,
            @Nullable Long entry) {
        static Line of(Progress one) {
            return new Line(
                    one.id().toString(),
                    one.org().value(),
                    one.state().name().toLowerCase(Locale.ROOT),
                    one.asked().toString(),
                    one.entry().map(entry -> entry.at().toString()).orElse(null),
                    one.entry().map(LedgerEntry::number).orElse(null));
        }
    }
}
