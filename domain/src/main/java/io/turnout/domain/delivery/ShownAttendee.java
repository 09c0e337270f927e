package io.turnout.domain.delivery;

import io.turnout.domain.registration.RegistrationStatus;
import java.util.List;
import java.util.Optional;

/// An attendee as its org has it. `key` is what stands in the field of our own key, whoever wrote
/// it; `status` is empty where it is none of ours; `deleted` says it lies in the bin.
public record ShownAttendee(
        String key,
        Optional<RegistrationStatus> status,
        Optional<String> item,
        List<String> sessions,
        boolean deleted) {
    public ShownAttendee {
        sessions = List.copyOf(sessions);
    }
}
