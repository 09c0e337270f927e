package io.turnout.domain.waitingroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far a waiting room has been called, and how fast. All places below the last call have been
/// called; each is remembered as long as its pass holds.
public record Front(double perSecond, List<Call> calls) {
    /// How long who was called may come in.
    public static final Duration PASS_LIFE = Duration.ofMinutes(10);

    /// Over how much of the past the pace is measured.
    private static final Duration MEASURE = Duration.ofMinutes(1);

    public Front {
        calls = List.copyOf(calls);
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("a line moves, however slowly");
        }
    }

    /// All places below `upTo` have been called by then.
    public record Call(long upTo, Instant at) {}

    public long called() {
        return calls.isEmpty() ? 0 : calls.getLast().upTo();
    }

    Optional<Instant> lastAt() {
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast().at());
    }

    /// When a place was called. Empty when it was not, or so long ago that its pass is over.
    Optional<Instant> calledAt(long place, Instant now) {
        return calls.stream()
                .filter(call -> place < call.upTo())
                .findFirst()
                .map(Call::at)
                .filter(at -> now.isBefore(at.plus(PASS_LIFE)));
    }

    /// The next so many are called. Of the calls whose passes are over, the last is kept: it says
    /// which places it was.
    Front call(long more, Instant now) {
        List<Call> kept = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            boolean over = !now.isBefore(calls.get(i).at().plus(PASS_LIFE));
            boolean next = i + 1 < calls.size();
            if (!over || !next || now.isBefore(calls.get(i + 1).at().plus(PASS_LIFE))) {
                kept.add(calls.get(i));
            }
        }
        kept.add(new Call(called() + more, now));
        return new Front(perSecond, kept);
    }

    Front at(double pace) {
        return new Front(pace, calls);
    }

    /// How many a second were called over the last minute; the pace meant, as long as there is
    /// nothing to measure.
    double measured(Instant now) {
        Instant from = now.minus(MEASURE);
        Optional<Call> before =
                calls.stream().filter(call -> !call.at().isAfter(from)).reduce((_, last) -> last);
        Call base = before.orElseGet(() -> calls.isEmpty() ? new Call(0, now) : calls.getFirst());
        double seconds =
                Duration.between(base.at().isBefore(from) ? from : base.at(), now).toMillis()
                        / 1_000.0;
        long called = called() - base.upTo();
        return seconds < 1 || called == 0 ? perSecond : called / seconds;
    }
}
