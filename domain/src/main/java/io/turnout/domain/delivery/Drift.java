package io.turnout.domain.delivery;

import io.turnout.domain.event.SessionId;
import io.turnout.domain.registration.AttendeeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is otherwise in an org than we sent it: `owed` is missing or different and is sent again;
/// `deleted` was thrown away there, so somebody is asked first; `strangers` carry a key that we
/// never gave away, and are left alone.
public record Drift(List<AttendeeId> owed, List<AttendeeId> deleted, int strangers) {
    public static final Drift NONE = new Drift(List.of(), List.of(), 0);

    public Drift {
        owed = List.copyOf(owed);
        deleted = List.copyOf(deleted);
    }

    /// Compares what both sides have in the same range of keys. Persons are not compared: an
    /// organiser may correct a name. What is not settled is left to its own way.
    public static Drift between(List<SentAttendee> ours, List<ShownAttendee> theirs) {
        Map<String, ShownAttendee> shown = new HashMap<>();
        for (ShownAttendee one : theirs) {
            var _ = shown.merge(one.key(), one, (a, b) -> a.deleted() ? b : a);
        }
        List<AttendeeId> owed = new ArrayList<>();
        List<AttendeeId> deleted = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (SentAttendee sent : ours) {
            String key = sent.id().toString();
            known.add(key);
            ShownAttendee there = shown.get(key);
            if (sent.settled() && there != null && there.deleted()) {
                deleted.add(sent.id());
            } else if (sent.settled() && (there == null || !isSame(sent, there))) {
                owed.add(sent.id());
            }
        }
        int strangers = (int) shown.keySet().stream().filter(key -> !known.contains(key)).count();
        return new Drift(owed, deleted, strangers);
    }

    private static boolean isSame(SentAttendee sent, ShownAttendee there) {
        return there.status().filter(sent.status()::equals).isPresent()
                && there.item().filter(sent.place().item().value()::equals).isPresent()
                && Set.copyOf(there.sessions())
                        .equals(
                                Set.copyOf(
                                        sent.place().sessions().stream()
                                                .map(SessionId::value)
                                                .toList()));
    }
}
