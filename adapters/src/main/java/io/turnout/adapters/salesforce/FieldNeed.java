package io.turnout.adapters.salesforce;

import io.turnout.domain.connection.Finding.Harm;
import java.util.List;
import java.util.Set;

/// What a mapping needs of one field: what kind it is, what is done with it, and what comes of it
/// when it is not so.
record FieldNeed(String field, Harm harm, Kind kind, Use use) {
    private static final Set<String> TEXTS =
            Set.of(
                    "string",
                    "textarea",
                    "picklist",
                    "multipicklist",
                    "combobox",
                    "email",
                    "phone",
                    "url");
    private static final Set<String> NUMBERS =
            Set.of("double", "int", "long", "currency", "percent");

    enum Use {
        READ,
        UPDATE,
        WRITE,
        /// Written once, when the record is made.
        KEY
    }

    /// What is to fit into the field.
    sealed interface Kind {
        /// Texts of so many characters.
        record Text(int length) implements Kind {}

        /// One of these words, which a restricted picklist must know.
        record Word(List<String> words) implements Kind {
            public Word {
                words = List.copyOf(words);
            }
        }

        record Amount() implements Kind {}

        record Moment() implements Kind {}

        record Box() implements Kind {}

        /// A record of another object.
        record Link(String object) implements Kind {}

        default boolean fits(String type) {
            return switch (this) {
                case Text _, Word _ -> TEXTS.contains(type);
                case Amount _ -> NUMBERS.contains(type);
                case Moment _ -> type.equals("datetime");
                case Box _ -> type.equals("boolean");
                case Link _ -> type.equals("reference");
            };
        }

        /// In the words that Salesforce's own pages use.
        default String called() {
            return switch (this) {
                case Text _ -> "text";
                case Word _ -> "text or a picklist";
                case Amount _ -> "number or currency";
                case Moment _ -> "date/time";
                case Box _ -> "checkbox";
                case Link(var object) -> "lookup to " + object;
            };
        }
    }
}
