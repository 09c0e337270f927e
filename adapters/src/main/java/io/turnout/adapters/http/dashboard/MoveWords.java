package io.turnout.adapters.http.dashboard;

import io.turnout.domain.homing.Errand;
import io.turnout.domain.relocation.Relocation;
import java.util.ArrayList;
import java.util.List;

/// What is about to be done about a move, in the words of a confirmation.
final class MoveWords {
    private MoveWords() {}

    static List<String> rollingBack(Relocation one) {
        Relocation.Order order = one.order();
        List<String> words = new ArrayList<>();
        if (one.isFinished()) {
            words.add(
                    "Organisation %s moves back from %s to %s while it goes on selling."
                            .formatted(one.org(), order.to(), order.from()));
            words.add("All that was written since goes with it.");
        } else {
            words.add(
                    "Organisation %s stays at %s, if there is still time."
                            .formatted(one.org(), order.from()));
            words.add("Nothing has changed for anybody then.");
        }
        if (Errand.isByFlag(one) && Errand.isThere(one)) {
            words.add(
                    "A flag wants it at %s: the plan that gave it the flag pauses."
                            .formatted(order.to()));
        }
        return words;
    }

    static List<String> completing(Relocation one) {
        Relocation.Order order = one.order();
        return List.of(
                "Organisation %s stays at %s.".formatted(one.org(), order.to()),
                "What is written is no longer kept in mind for the way back. It can still be moved"
                        + " back; all of it is compared then.",
                "A flag that is taken back does not move it back by itself any more.",
                "What %s has of it stays there, sealed.".formatted(order.from()));
    }
}
