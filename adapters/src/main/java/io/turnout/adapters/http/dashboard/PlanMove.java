package io.turnout.adapters.http.dashboard;

import io.turnout.domain.rollout.Order;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is done to a plan from its page, and what that means. To go on takes the version that was
/// seen; to stop takes none.
enum PlanMove {
    SUBMIT("Ask for approval", "Somebody else is to approve its terms as they are."),
    APPROVE("Approve it", "Its terms are approved as they are; it begins by itself when it may."),
    DECLINE("Decline it", "Its terms are not approved; its authors see why."),
    RESUME("Go on", "It goes on where it was; waves that were rolled back begin anew."),
    ADVANCE(
            "Do not wait",
            "The wave under way goes on at once. Each organisation still waits for its night."),
    SKIP("Skip the next wave", "The next wave takes nobody."),
    COMPLETE("Complete it", "It ends here. Who has the flag keeps it."),
    PAUSE("Pause it", "Nobody more is switched. Who has the flag keeps it."),
    ROLL_BACK(
            "Roll all of it back",
            "Everybody it reached goes off within a second, on every instance. What was done"
                    + " meanwhile is kept."),
    ABORT("Abort it", "It ends for good, and everybody it reached goes off within a second.");

    private static final Set<PlanMove> STOPS = EnumSet.of(PAUSE, ROLL_BACK, ABORT);

    final String title;
    final String means;

    PlanMove(String title, String means) {
        this.title = title;
        this.means = means;
    }

    Order order(long version) {
        return switch (this) {
            case SUBMIT -> new Order.Submit(version);
            case APPROVE -> new Order.Approve(version);
            case DECLINE -> new Order.Decline(version);
            case RESUME -> new Order.Resume(version);
            case ADVANCE -> new Order.Advance(version);
            case SKIP -> new Order.Skip(version);
            case COMPLETE -> new Order.Complete(version);
            case PAUSE -> new Order.Pause();
            case ROLL_BACK -> new Order.RollBackAll();
            case ABORT -> new Order.Abort();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whoever is on call may do it.
    boolean isStop() {
        return STOPS.contains(this);
    }

    /// Whether those go off who have the flag.
    boolean isGrave() {
        return this == ROLL_BACK || this == ABORT;
    }

    static Optional<PlanMove> of(String word, boolean stop) {
        return Arrays.stream(values())
                .filter(move -> move.isStop() == stop && move.word().equals(word))
                .findFirst();
    }
}
