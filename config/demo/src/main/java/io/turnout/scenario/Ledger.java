package io.turnout.scenario;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the house has said yes to, as its visitors know it, and whom it left without an answer.
final class Ledger {
    /// A request that may or may not be kept.
    record Open(Scenario.EventAt event, String eventId, String key, String body) {}

    private final Map<String, Admission> admissions = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Open> open = new ConcurrentLinkedQueue<>();

    /// One key and the registration it was answered with.
    record Admission(String org, String eventId, String registration, List<String> attendees) {
        Admission {
            attendees = List.copyOf(attendees);
        }
    }

    /// Notes a yes; false when this key had been answered with another registration.
    boolean admitted(String key, Admission admission) {
        Admission earlier = admissions.putIfAbsent(key, admission);
        return earlier == null || earlier.equals(admission);
    }

    void unknown(Open request) {
        open.add(request);
    }

    List<Open> takeUnknown() {
        List<Open> all = List.copyOf(open);
        open.clear();
        return all;
    }

    long people(String eventId) {
        return admissions.values().stream()
                .filter(one -> one.eventId().equals(eventId))
                .mapToLong(one -> one.attendees().size())
                .sum();
    }

    /// The attendees of an org that were admitted.
    List<String> attendees(String org) {
        return admissions.values().stream()
                .filter(one -> one.org().equals(org))
                .flatMap(one -> one.attendees().stream())
                .toList();
    }
}
