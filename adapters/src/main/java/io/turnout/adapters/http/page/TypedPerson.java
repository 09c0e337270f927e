package io.turnout.adapters.http.page;

import io.turnout.adapters.http.AttendeeForm;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.registration.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was typed for one of the group, right or wrong. Never printed.
record TypedPerson(
        String email,
        String name,
        String title,
        String company,
        String item,
        List<String> sessions) {
    static final TypedPerson NOBODY = new TypedPerson("", "", "", "", "", List.of());

    TypedPerson {
        sessions = List.copyOf(sessions);
    }

    static TypedPerson of(Prefill prefill) {
        return new TypedPerson(
                prefill.email(),
                prefill.name().orElse(""),
                prefill.title().orElse(""),
                prefill.company().orElse(""),
                "",
                List.of());
    }

    static TypedPerson read(FormBody body, int index) {
        String prefix = "p" + index + ".";
        return new TypedPerson(
                body.one(prefix + "email"),
                body.one(prefix + "name"),
                body.one(prefix + "title"),
                body.one(prefix + "company"),
                body.one(prefix + "item"),
                body.all(prefix + "sessions"));
    }

    /// The same as the API takes it, so that the same rules hold. Where nothing was typed, nothing
    /// is; the validator says what is missing.
    @SuppressWarnings("NullAway") // required fields are null until they are validated
    AttendeeForm form() {
        return new AttendeeForm(
                typed(email), typed(name), typed(title), typed(company), typed(item), sessions);
    }

    /// What was chosen, once the validator has nothing against it.
    Place place() {
        return new Place(new ItemId(item), sessions.stream().map(SessionId::new).toList());
    }

    TypedPerson on(Place place) {
        return new TypedPerson(
                email,
                name,
                title,
                company,
                place.item().value(),
                place.sessions().stream().map(SessionId::value).toList());
    }

    List<RetrySheet.Hidden> hidden(String prefix) {
        List<RetrySheet.Hidden> hidden = new ArrayList<>();
        hidden.add(new RetrySheet.Hidden(prefix + "email", email));
        hidden.add(new RetrySheet.Hidden(prefix + "name", name));
        hidden.add(new RetrySheet.Hidden(prefix + "title", title));
        hidden.add(new RetrySheet.Hidden(prefix + "company", company));
        hidden.add(new RetrySheet.Hidden(prefix + "item", item));
        sessions.forEach(id -> hidden.add(new RetrySheet.Hidden(prefix + "sessions", id)));
        return hidden;
    }

    private static @Nullable String typed(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "TypedPerson[…]";
    }
}
