package io.turnout.application.erasure;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.erasure.ErasureRule.Pending;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry;
import java.time.Duration;
import java.util.Optional;

/// Forgets whoever wants to be forgotten, a step a turn: gives up their seats, erases them, and a
/// little later erases what was on its way meanwhile and writes the receipt. Run by any instance.
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
        Optional<Turn> turn = erasures.take();
        turn.ifPresent(this::go);
        return turn.isPresent();
    }

    private void go(Turn turn) {
        if (mustBeSentFirst(turn) || !leaving.leave(turn)) {
            erasures.postpone(turn, SOON);
        } else if (turn.state() == ErasureState.ASKED) {
            erasures.sweep(turn);
        } else {
            erasures.finish(turn, Optional.empty()).ifPresent(this::note);
        }
    }

    private boolean mustBeSentFirst(Turn turn) {
        return rule.pending() == Pending.SEND_FIRST
                && turn.state() == ErasureState.ASKED
                && turn.age().compareTo(rule.patience()) < 0
                && erasures.unsent(turn) > 0;
    }

    private void note(LedgerEntry entry) {
        var _ =
                trail.append(
                        new AuditEntry(
                                WHO,
                                WHAT,
                                Optional.of(entry.org()),
                                "erasure=" + entry.what().id() + " entry=" + entry.number(),
                                "done",
                                ""));
    }
}
