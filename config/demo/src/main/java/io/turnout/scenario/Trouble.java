package io.turnout.scenario;

import java.util.Arrays;
import java.util.Locale;

/// What may happen in the middle of a move.
enum Trouble {
    NONE,
    /// An instance of the stack that does the move ends as in a crash, and is started again later.
    KILL,
    /// An instance of that stack stands still for longer than anything of the move may.
    STALL,
    /// An instance of the stack that the org leaves stands still from before the move until after.
    STALE,
    /// The stacks do not reach each other for a time, neither their doors nor their databases.
    CUT,
    /// The database of one of both ends as when its machine loses power, and is started again.
    CRASH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trouble of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a trouble of moves is kill, stall, stale, cut or crash,"
                                                + " not "
                                                + word));
    }
}
