package io.turnout.adapters.http;

import io.turnout.adapters.http.RegistrationView.AttendeeView;
import io.turnout.adapters.http.wire.View;
import io.turnout.domain.registration.Registration;
import java.util.List;

/// What a declared load test is told: nothing of it was kept, and nothing goes to Salesforce.
public record RehearsalView(
        boolean loadTest, String id, String event, List<AttendeeView> attendees, String createdAt)
        implements View {
    static RehearsalView of(Registration registration) {
        return new RehearsalView(
                true,
                registration.id().toString(),
                registration.event().value(),
                registration.seats().stream().map(AttendeeView::of).toList(),
                registration.createdAt().toString());
    }
}
