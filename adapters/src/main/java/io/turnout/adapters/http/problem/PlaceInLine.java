package io.turnout.adapters.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.waitingroom.InLine;
import io.turnout.domain.waitingroom.Turn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where somebody stands in a waiting room, as everybody is told it: `position` counts from one,
/// and whoever asks again before `askAfterSeconds` learns nothing new. What does not apply is left
/// out.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlaceInLine(
        String state,
        @Nullable String ticket,
        @Nullable Long position,
        @Nullable Long etaSeconds,
        @Nullable Long askAfterSeconds,
        @Nullable String startsAt,
        @Nullable String comeUntil,
        @Nullable FullRoom room)
        implements View {
    /// Of those who were told the same pause, each comes back a little later than the last.
    private static final int SPREAD = 4;

    /// Nobody waits: no ticket is needed.
    public static final PlaceInLine NOBODY_WAITS =
            new PlaceInLine("through", null, null, null, null, null, null, null);

    public static PlaceInLine of(InLine line) {
        String ticket = line.token();
        return switch (line.turn()) {
            case Turn.Gathering(var startsAt, var askAfter) ->
                    new PlaceInLine(
                            "gathering",
                            ticket,
                            null,
                            null,
                            pause(line, askAfter),
                            startsAt.toString(),
                            null,
                            null);
            case Turn.Waiting(var ahead, var eta, var askAfter) ->
                    new PlaceInLine(
                            "waiting",
                            ticket,
                            ahead + 1,
                            eta.toSeconds(),
                            pause(line, askAfter),
                            null,
                            null,
                            null);
            case Turn.SoldOut(var room, var ahead, var askAfter) ->
                    new PlaceInLine(
                            "sold-out",
                            ticket,
                            ahead + 1,
                            null,
                            pause(line, askAfter),
                            null,
                            null,
                            FullRoom.of(room, 0));
            case Turn.Called(var until) -> called(ticket, until);
            case Turn.Lapsed() -> ended("lapsed");
            case Turn.Through() -> NOBODY_WAITS;
        };
    }

    private static PlaceInLine called(String ticket, Instant until) {
        return new PlaceInLine("called", ticket, null, null, null, null, until.toString(), null);
    }

    private static PlaceInLine ended(String state) {
        return new PlaceInLine(state, null, null, null, null, null, null, null);
    }

    private static long pause(InLine line, Duration askAfter) {
        long seconds = Math.max(1, askAfter.toSeconds());
        return seconds + line.ticket().number() % (1 + seconds / SPREAD);
    }

    /// Who has the ticket has the place.
    @Override
    public String toString() {
        return "PlaceInLine[" + state + "]";
    }
}
