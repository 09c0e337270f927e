package io.turnout.domain.connection;

import java.util.Optional;

/// One thing in an org that is not as its mapping needs it: what is wrong, and what the org's
/// administrator does about it.
public record Finding(
        Fault fault, Harm harm, String object, Optional<String> field, String what, String advice) {
    /// What kind of thing is wrong.
    public enum Fault {
        OBJECT_MISSING,
        OBJECT_READ_ONLY,
        FIELD_MISSING,
        FIELD_READ_ONLY,
        FIELD_REQUIRED,
        NO_EXTERNAL_ID,
        NOT_UNIQUE,
        WRONG_TYPE,
        WRONG_TARGET,
        TOO_SHORT,
        VALUE_UNKNOWN
    }

    /// What comes of it.
    public enum Harm {
        /// No attendee can be written.
        DELIVERY,
        /// Events cannot be read.
        CATALOGUE,
        /// The org does not see how many are registered.
        COUNTS,
        /// The org does not get the addresses of links.
        LINKS,
        /// Some attendees will be refused.
        SOME_ROWS
    }

    /// The place as administrators write it.
    public String place() {
        return field.map(name -> object + "." + name).orElse(object);
    }
}
