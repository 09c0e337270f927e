package io.turnout.adapters.http.page;

import io.turnout.adapters.http.RegistrationForm;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The whole form as it was typed, and the button it was sent with. `key` was minted with the form:
/// however often it is sent, it is one registration. `link` is the token it came by, or empty.
record TypedForm(String key, List<TypedPerson> people, String button, String link) {
    private static final String REMOVE = "remove-";
    private static final String WAIT = "wait";

    TypedForm {
        people = List.copyOf(people);
    }

    /// An empty form.
    static TypedForm fresh(String key) {
        return new TypedForm(key, List.of(TypedPerson.NOBODY), "", "");
    }

    /// For the one a link invites, with what is known of them.
    static TypedForm invited(String key, TypedPerson person, String link) {
        return new TypedForm(key, List.of(person), "", link);
    }

    static TypedForm read(FormBody body) {
        int most = body.one("link").isEmpty() ? RegistrationRequest.GROUP_MAX : 1;
        int people = Math.clamp(number(body.one("people")), 1, most);
        return new TypedForm(
                body.one("key"),
                IntStream.range(0, people).mapToObj(i -> TypedPerson.read(body, i)).toList(),
                body.one("do"),
                body.one("link"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    boolean invited() {
        return !link.isEmpty();
    }

    /// A link invites one person, so nobody is added there.
    boolean adds() {
        return button.equals("add") && link.isEmpty();
    }

    boolean waits() {
        return button.equals(WAIT);
    }

    boolean removes() {
        return button.startsWith(REMOVE);
    }

    /// With one more person, up to as many as a group may be.
    TypedForm more() {
        List<TypedPerson> more = new ArrayList<>(people);
        if (more.size() < RegistrationRequest.GROUP_MAX) {
            more.add(TypedPerson.NOBODY);
        }
        return new TypedForm(key, more, "", link);
    }

    /// Without the person the button named; the first always stays.
    TypedForm fewer() {
        List<TypedPerson> fewer = new ArrayList<>(people);
        int index = number(button.substring(REMOVE.length()));
        if (index >= 1 && index < fewer.size()) {
            var _ = fewer.remove(index);
        }
        return new TypedForm(key, fewer, "", link);
    }

    TypedForm under(String otherKey) {
        return new TypedForm(otherKey, people, button, link);
    }

    Optional<IdempotencyKey> idempotencyKey() {
        try {
            return Optional.of(new IdempotencyKey(key));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// All of it, to be sent again as it was.
    List<RetrySheet.Hidden> hidden() {
        List<RetrySheet.Hidden> hidden = new ArrayList<>();
        hidden.add(new RetrySheet.Hidden("key", key));
        hidden.add(new RetrySheet.Hidden("people", String.valueOf(people.size())));
        for (int i = 0; i < people.size(); i++) {
            hidden.addAll(people.get(i).hidden("p" + i + "."));
        }
        if (!link.isEmpty()) {
            hidden.add(new RetrySheet.Hidden("link", link));
        }
        if (waits()) {
            hidden.add(new RetrySheet.Hidden("do", WAIT));
        }
        return hidden;
    }

    RegistrationForm form() {
        return new RegistrationForm(
                people.stream().map(TypedPerson::form).toList(),
                null,
                link.isEmpty() ? null : link,
                waits());
    }

    /// For the places that are held.
    RegistrationForm form(HoldId hold) {
        return new RegistrationForm(form().attendees(), hold.toString(), null, false);
    }

    /// The same people on these places, one each; nobody yet where there are more places.
    TypedForm taking(List<Place> places) {
        return new TypedForm(
                key,
                IntStream.range(0, places.size())
                        .mapToObj(
                                i ->
                                        (i < people.size() ? people.get(i) : TypedPerson.NOBODY)
                                                .on(places.get(i)))
                        .toList(),
                button,
                link);
    }

    @Override
    public String toString() {
        return "TypedForm[…]";
    }
}
