package io.turnout.domain.attendeelink;

import io.turnout.domain.registration.Person;
import java.util.Optional;

/// What a form already knows of whoever is invited: all that is ever kept of them (A23). Nobody has
/// to accept it as it stands. Texts are of one line, as long as a person's may be. Never printed.
public record Prefill(
        String email, Optional<String> name, Optional<String> title, Optional<String> company) {
    public Prefill {
        refuse(email, Person.EMAIL_MAX, "an e-mail address");
        name.ifPresent(given -> refuse(given, Person.NAME_MAX, "a name"));
        title.ifPresent(given -> refuse(given, Person.TITLE_MAX, "a title"));
        company.ifPresent(given -> refuse(given, Person.COMPANY_MAX, "a company"));
    }

    private static void refuse(String value, int max, String what) {
        boolean oneLine = value.chars().noneMatch(Character::isISOControl);
        if (value.isBlank() || value.length() > max || !oneLine) {
            throw new IllegalArgumentException(what + " is one line of 1 to " + max);
        }
    }

    @Override
    public String toString() {
        return "Prefill[…]";
    }
}
