package io.turnout.application.memory;

import io.turnout.application.retention.Notices;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was told of retention, in memory.
public final class MemoryNotices implements Notices {
    private final Map<Subject, Notice> told = new HashMap<>();
    private final InstantSource clock;

    public MemoryNotices(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Standing heed(Subject subject, Duration period, long overdue) {
        Notice before = told.get(subject);
        if (before == null || before.period().compareTo(period) > 0) {
            var _ = told.put(subject, new Notice(subject, period, clock.instant(), overdue));
            return Standing.TOLD;
        }
        var _ = told.put(subject, new Notice(subject, period, before.toldAt(), before.overdue()));
        return before.toldAt().plus(TOLD_FOR).isAfter(clock.instant())
                ? Standing.WAITS
                : Standing.DUE;
    }

    @Override
    public synchronized List<Notice> list(int limit) {
        return told.values().stream()
                .sorted(
                        Comparator.comparing((Notice one) -> one.subject().kind())
                                .thenComparing(
                                        one ->
                                                one.subject()
                                                        .org()
                                                        .map(Object::toString)
                                                        .orElse("")))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void keepOnly(List<Subject> subjects) {
        boolean _ = told.keySet().retainAll(subjects);
    }
}
