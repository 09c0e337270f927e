package io.turnout.domain.rollout;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// How many registered with an org in each hour of its day, over the last eight weeks.
public record Traffic(List<Long> hours) {
    public static final int HOURS = 24;
    public static final Duration PERIOD = Duration.ofDays(56);
    public static final Traffic NONE = new Traffic(Collections.nCopies(HOURS, 0L));

    /// Fewer say nothing of when an org is busy.
    static final long SAMPLE_MIN = 100;

    public Traffic {
        hours = List.copyOf(hours);
        if (hours.size() != HOURS || hours.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count for each of 24 hours");
        }
    }

    public long total() {
        return hours.stream().mapToLong(Long::longValue).sum();
    }

    /// Of all who came, the part that came in this hour.
    public double share(int hour) {
        return total() == 0 ? 0 : (double) hours.get(hour) / total();
    }

    /// More come in this hour than if they came evenly, so that it is no hour of the org's night.
    public boolean isBusy(int hour) {
        return total() >= SAMPLE_MIN && hours.get(hour) * HOURS > total();
    }
}
