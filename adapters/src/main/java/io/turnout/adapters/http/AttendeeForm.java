package io.turnout.adapters.http;

import io.turnout.adapters.http.text.PlainText;
import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.text.Text;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One of a group: who, and what of the event they choose. Never printed.
public record AttendeeForm(
        @NotNull(message = "is missing")
                @PlainText(max = Person.EMAIL_MAX)
                @Email(message = "is not an e-mail address")
                String email,
        @NotNull(message = "is missing") @PlainText(max = Person.NAME_MAX) String name,
        @PlainText(max = Person.TITLE_MAX) @Nullable String title,
        @PlainText(max = Person.COMPANY_MAX) @Nullable String company,
        @NotNull(message = "is missing") @SalesforceId String item,
        @SalesforceId(message = "are different ids of sessions")
                @Size(max = Place.SESSIONS_MAX, message = "are at most 50")
                @Nullable List<String> sessions) {
    Attendee toAttendee(IdSource ids) {
        Person person =
                new Person(
                        Text.normal(email),
                        Text.normal(name),
                        Optional.ofNullable(title).map(Text::normal),
                        Optional.ofNullable(company).map(Text::normal));
        return new Attendee(
                new AttendeeId(ids.next()),
                person,
                new Place(new ItemId(item), sessionIds(sessions)));
    }

    static List<SessionId> sessionIds(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().map(SessionId::new).toList();
    }

    @Override
    public String toString() {
        return "AttendeeForm[…]";
    }
}
