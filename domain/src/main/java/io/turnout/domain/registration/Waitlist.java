package io.turnout.domain.registration;

import io.turnout.domain.capacity.Capacity;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who gets seats that came back: the first in line for whom they suffice at all levels, then the
/// next. Whoever needs more than is free is passed over and keeps the place; waiting for a whole
/// group to fit would leave seats empty that others want, and perhaps for ever. What suffices for
/// nobody in line is free for whoever comes, who would stand behind all of them.
public final class Waitlist {
    private Waitlist() {}

    /// Offers what is free to those in `line`, which is in the order in which they came.
    public static Promotion promote(List<Waiter> line, Map<RoomId, Capacity> rooms) {
        Map<RoomId, Capacity> now = new HashMap<>(rooms);
        Set<RoomId> changed = new LinkedHashSet<>();
        List<Waiter> offered = new ArrayList<>();
        for (Waiter waiter : line) {
            if (fits(waiter.demand(), now)) {
                waiter.demand()
                        .seats()
                        .forEach((room, count) -> now.put(room, room(now, room).hold(count)));
                changed.addAll(waiter.demand().seats().keySet());
                offered.add(waiter);
            }
        }
        return new Promotion(offered, changed.stream().map(room -> room(now, room)).toList());
    }

    private static boolean fits(Demand demand, Map<RoomId, Capacity> rooms) {
        return demand.seats().entrySet().stream()
                .allMatch(
                        wanted -> {
                            Capacity room = rooms.get(wanted.getKey());
                            return room != null && room.admits(wanted.getValue());
                        });
    }

    private static Capacity room(Map<RoomId, Capacity> rooms, RoomId id) {
        return Objects.requireNonNull(rooms.get(id), "a room that was there a moment ago");
    }

    /// Whether waiting may help: the line is not full, and no room is smaller than the group.
    static boolean mayWait(Demand demand, Standing standing) {
        return standing.line().open()
                && demand.seats().entrySet().stream()
                        .allMatch(
                                wanted ->
                                        switch (standing.room(wanted.getKey()).seats()) {
                                            case Seats.Unlimited() -> true;
                                            case Seats.Limited(int count) ->
                                                    wanted.getValue() <= count;
                                        });
    }
}
