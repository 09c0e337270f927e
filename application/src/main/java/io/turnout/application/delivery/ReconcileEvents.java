package io.turnout.application.delivery;

import io.turnout.application.delivery.Reconciliations.Turn;
import io.turnout.domain.delivery.Drift;
import io.turnout.domain.delivery.SentAttendee;
import io.turnout.domain.delivery.ShownAttendee;
import java.util.List;
import java.util.Optional;

/// Compares an event with its org, one call a turn, and has what drifted sent again.
public final class ReconcileEvents {
    private static final int OURS_MAX = 4_000;
    private static final String FROM_THE_FIRST = "";

    private final Reconciliations reconciliations;
    private final OrgCensus census;
    private final SeatCounts counts;

    public ReconcileEvents(Reconciliations reconciliations, OrgCensus census, SeatCounts counts) {
        this.reconciliations = reconciliations;
        this.census = census;
        this.counts = counts;
    }

    /// Whether there was a turn to take.
    public boolean reconcile() {
        Optional<Turn> turn = reconciliations.take();
        turn.ifPresent(this::take);
        return turn.isPresent();
    }

    private void take(Turn turn) {
        if (turn.counting()) {
            count(turn);
        } else {
            look(turn);
        }
    }

    private void count(Turn turn) {
        switch (census.count(turn.org(), turn.event())) {
            case OrgCensus.Counted.NotNow(var why) -> reconciliations.postpone(turn, why);
            case OrgCensus.Counted.There(var theirs, var registered) -> {
                int _ = counts.found(turn.org(), turn.event(), registered);
                boolean equal = theirs.equals(reconciliations.tally(turn.org(), turn.event()));
                reconciliations.found(
                        turn,
                        Drift.NONE,
                        equal && !turn.byRow() ? Optional.empty() : Optional.of(FROM_THE_FIRST));
            }
        }
    }

    private void look(Turn turn) {
        switch (census.page(turn.org(), turn.event(), turn.after())) {
            case OrgCensus.Page.NotNow(var why) -> reconciliations.postpone(turn, why);
            case OrgCensus.Page.Rows rows -> compare(turn, rows);
        }
    }

    /// Both sides of one range of keys: it ends where theirs ended, or ours if that is sooner.
    private void compare(Turn turn, OrgCensus.Page.Rows page) {
        Optional<String> end =
                page.isLast() ? Optional.empty() : Optional.of(page.rows().getLast().key());
        List<SentAttendee> ours = reconciliations.sent(turn, end, OURS_MAX);
        if (ours.size() == OURS_MAX) {
            end = Optional.of(ours.getLast().id().toString());
        }
        Optional<String> last = end;
        List<ShownAttendee> theirs =
                page.rows().stream()
                        .filter(row -> last.map(key -> row.key().compareTo(key) <= 0).orElse(true))
                        .toList();
        reconciliations.found(turn, Drift.between(ours, theirs), last);
    }
}
