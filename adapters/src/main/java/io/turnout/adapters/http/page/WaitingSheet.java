package io.turnout.adapters.http.page;

import io.turnout.application.waitingroom.InLine;
import io.turnout.application.waitingroom.ShowWaitingRoom;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.Turn;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// A place in line in the words of its page, with all that is needed to check it. `number` is the
/// ticket's; `seed` and `early` are empty until the start.
public record WaitingSheet(
        EventSheet event,
        String title,
        String words,
        long refreshSeconds,
        String number,
        String commitment,
        String seed,
        String early) {
    private static final long SECONDS_A_MINUTE = 60;

    static WaitingSheet of(EventSheet event, InLine line, Optional<ShowWaitingRoom.Shown> shown) {
        return new WaitingSheet(
                event,
                title(line.turn()),
                inWords(line),
                PageLine.pause(line),
                String.valueOf(line.ticket().number()),
                shown.map(ShowWaitingRoom.Shown::commitment).orElse(""),
                shown.flatMap(ShowWaitingRoom.Shown::seed).map(Seed::hex).orElse(""),
                shown.filter(room -> room.seed().isPresent())
                        .map(room -> String.valueOf(room.room().numbers().early().orElse(0)))
                        .orElse(""));
    }

    private static String title(Turn turn) {
        return switch (turn) {
            case Turn.Gathering _ -> "Registration opens soon";
            case Turn.SoldOut _ -> "Sold out";
            case Turn.Waiting _, Turn.Called _, Turn.Lapsed _, Turn.Through _ -> "You are in line";
        };
    }

    static String inWords(InLine line) {
        return switch (line.turn()) {
            case Turn.Gathering(var startsAt, _) ->
                    "It starts at "
                            + startsAt
                            + ". Whoever is here by then takes part in a draw for the order: coming"
                            + " earlier or later before the start makes no difference.";
            case Turn.Waiting(var ahead, var eta, _) ->
                    ahead == 0
                            ? "You are next."
                            : count(ahead) + " before you, " + about(eta) + " as it goes now.";
            case Turn.SoldOut(_, var ahead, _) ->
                    "There is no seat left. You keep your place, "
                            + count(ahead)
                            + " before you; when a seat is free again, the line goes on.";
            case Turn.Called _, Turn.Through _ -> "It is your turn.";
            case Turn.Lapsed _ -> "Your place was called and has passed.";
        };
    }

    private static String count(long ahead) {
        return String.format(Locale.UK, ahead == 1 ? "%,d person is" : "%,d people are", ahead);
    }

    private static String about(Duration eta) {
        long minutes = Math.ceilDiv(eta.toSeconds(), SECONDS_A_MINUTE);
        if (minutes <= 1) {
            return "about a minute";
        }
        return minutes < 2 * SECONDS_A_MINUTE
                ? "about " + minutes + " minutes"
                : "about " + Math.ceilDiv(minutes, SECONDS_A_MINUTE) + " hours";
    }
}
