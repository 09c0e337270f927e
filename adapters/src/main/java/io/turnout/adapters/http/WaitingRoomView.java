package io.turnout.adapters.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.turnout.adapters.http.wire.View;
import io.turnout.application.waitingroom.ShowWaitingRoom;
import io.turnout.domain.waitingroom.Seed;
import io.turnout.domain.waitingroom.WaitingRoom;
import org.jspecify.annotations.Nullable;

/// How a waiting room stands, and all that is needed to check its order. `seed` and `early` are
/// there from the start on.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingRoomView(
        String state,
        long epoch,
        String startsAt,
        String commitment,
        @Nullable String seed,
        @Nullable Long early,
        long issued,
        long called,
        double perSecond)
        implements View {
    public static WaitingRoomView of(ShowWaitingRoom.Shown shown) {
        WaitingRoom room = shown.room();
        return new WaitingRoomView(
                state(room),
                room.id().epoch(),
                room.startsAt().toString(),
                shown.commitment(),
                shown.seed().map(Seed::hex).orElse(null),
                room.started() ? room.numbers().early().getAsLong() : null,
                room.numbers().issued(),
                room.front().called(),
                room.front().perSecond());
    }

    private static String state(WaitingRoom room) {
        if (!room.isOpen()) {
            return "closed";
        }
        if (!room.started()) {
            return "gathering";
        }
        return room.soldOut().isPresent() ? "sold-out" : "open";
    }
}
