package io.turnout.application.erasure;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.erasure.ErasureRule.Pending;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Forgets whoever wants to be forgotten, a step a turn: gives up their seats, erases them, and a
/// little later erases what was on its way meanwhile and writes the receipt. Those of one org that
/// are due together take each step together. Run by any instance.
public final class RunErasures {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String WHO = "turnout";
    private static final String WHAT = "forgot somebody";

    private final Erasures erasures;
    private final Leaving leaving;
    private final AuditTrail trail;
    private final ErasureRule rule;

    public RunErasures(
            Erasures erasures, RegistrationBook book, AuditTrail trail, ErasureRule rule) {
        this.erasures = erasures;
        this.leaving = new Leaving(erasures, book);
        this.trail = trail;
        this.rule = rule;
    }

    /// Whether there was a turn to take.
    public boolean run() {
        List<Turn> turns = erasures.take();
        each(turns, this::go);
        return !turns.isEmpty();
    }

    /// All together; one by one where that fails, so that one of them holds up no other.
    private static void each(List<Turn> turns, Consumer<List<Turn>> step) {
        try {
            step.accept(turns);
        } catch (RuntimeException together) {
            if (turns.size() == 1) {
                throw together;
            }
            for (Turn turn : turns) {
                try {
                    step.accept(List.of(turn));
                } catch (RuntimeException alone) {
                    together.addSuppressed(alone);
                }
            }
            if (together.getSuppressed().length > 0) {
                throw together;
            }
        }
    }

    private void go(List<Turn> turns) {
        List<Turn> ready = turns.stream().filter(turn -> !mustBeSentFirst(turn)).toList();
        List<Turn> left = leaving.leave(ready);
        List<Turn> later = new ArrayList<>(turns);
        later.removeAll(left);
        if (!later.isEmpty()) {
            erasures.postpone(later, SOON);
        }
        List<Turn> asked = in(left, ErasureState.ASKED);
        if (!asked.isEmpty()) {
            erasures.sweep(asked);
        }
        List<Turn> settling = in(left, ErasureState.SETTLING);
        if (!settling.isEmpty()) {
            note(erasures.finish(settling, Map.of()));
        }
    }

    private static List<Turn> in(List<Turn> turns, ErasureState state) {
        return turns.stream().filter(turn -> turn.state() == state).toList();
    }

    private boolean mustBeSentFirst(Turn turn) {
        return rule.pending() == Pending.SEND_FIRST
                && turn.state() == ErasureState.ASKED
                && turn.age().compareTo(rule.patience()) < 0
                && erasures.unsent(turn) > 0;
    }

    private void note(List<LedgerEntry> entries) {
        var _ = trail.append(entries.stream().map(RunErasures::record).toList());
    }

    private static AuditEntry record(LedgerEntry entry) {
        return new AuditEntry(
                WHO,
                WHAT,
                Optional.of(entry.org()),
                "erasure=" + entry.what().id() + " entry=" + entry.number(),
                "done",
                "");
    }
}
