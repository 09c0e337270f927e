package io.turnout.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the house has said yes to, as its visitors know it, and whom it left without an answer.
final class Ledger {
    /// A request that may or may not be kept.
    ///
    /// @param bearer what is shown with it; empty where nothing is
    record Open(Scenario.EventAt event, String eventId, String key, String body, String bearer) {
        Map<String, String> headers() {
            return bearer.isEmpty()
                    ? Map.of("Idempotency-Key", key)
                    : Map.of("Idempotency-Key", key, "Authorization", "Bearer " + bearer);
        }
    }

    private final Map<String, Admission> admissions = new ConcurrentHashMap<>();
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Open> open = new ConcurrentLinkedQueue<>();

    /// One key and the registration it was answered with.
    record Admission(Open request, String registration, List<String> attendees) {
        Admission {
            attendees = List.copyOf(attendees);
        }
    }

    /// Notes a yes; false when this key had been answered with another registration.
    boolean admitted(Admission admission) {
        Admission earlier = admissions.putIfAbsent(admission.request().key(), admission);
        return earlier == null || earlier.equals(admission);
    }

    /// What came of a key was cancelled since.
    void cancelled(String key) {
        cancelled.add(key);
    }

    void unknown(Open request) {
        open.add(request);
    }

    List<Open> takeUnknown() {
        List<Open> all = List.copyOf(open);
        open.clear();
        return all;
    }

    /// Those who have a seat.
    long people(String eventId) {
        return admissions.entrySet().stream()
                .filter(one -> !cancelled.contains(one.getKey()))
                .filter(one -> one.getValue().request().eventId().equals(eventId))
                .mapToLong(one -> one.getValue().attendees().size())
                .sum();
    }

    /// Those who ever had one.
    long everAdmitted(String eventId) {
        return admissions.values().stream()
                .filter(one -> one.request().eventId().equals(eventId))
                .mapToLong(one -> one.attendees().size())
                .sum();
    }

    List<Admission> admissions() {
        return List.copyOf(admissions.values());
    }

    /// The attendees of an org that were admitted.
    List<String> attendees(String org) {
        return admissions.values().stream()
                .filter(one -> one.request().event().org().equals(org))
                .flatMap(one -> one.attendees().stream())
                .toList();
    }
}
