package io.turnout.domain.registration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// All that is ever kept of a person (A23). The bounds are those of the fields in Salesforce, so
/// that what is accepted here cannot be refused there for its length. Never printed.
public record Person(String email, String name, Optional<String> title, Optional<String> company) {
    public static final int EMAIL_MAX = 80;
    public static final int NAME_MAX = 80;
    public static final int TITLE_MAX = 128;
    public static final int COMPANY_MAX = 255;

    public Person {
        refuse(email, EMAIL_MAX, "an e-mail address");
        refuse(name, NAME_MAX, "a name");
        title.ifPresent(given -> refuse(given, TITLE_MAX, "a title"));
        company.ifPresent(given -> refuse(given, COMPANY_MAX, "a company"));
    }

    private static void refuse(String value, int max, String what) {
        if (value.isBlank() || value.length() > max) {
            throw new IllegalArgumentException(what + " has 1 to " + max + " characters");
        }
    }

    /// Who stands where somebody was forgotten. The address is of a domain that can never exist
    /// (RFC 2606) and differs from row to row: an org may ask for one and want no two alike.
    public static Person nobody(AttendeeId attendee) {
        return new Person(
                attendee + "@erased.invalid", "Erased", Optional.empty(), Optional.empty());
    }

    /// An address as it is looked for: two spellings that mail would treat alike are one.
    public static String folded(String email) {
        return Normalizer.normalize(email, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Person[…]";
    }
}
