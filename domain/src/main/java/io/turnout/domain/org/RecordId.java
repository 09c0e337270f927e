package io.turnout.domain.org;

/// The rule of every Salesforce record id: 15 case-sensitive characters, and three more that
/// tell their case, so that a mistyped or case-folded id is refused and not looked up. Both
/// forms name the same record; here an id always has 18 characters.
public final class RecordId {
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final int CHUNKS = 3;
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private RecordId() {}

    /// The 18-character form of `id`.
    ///
    /// @throws IllegalArgumentException when `id` is neither 15 nor 18 ASCII letters and digits,
    ///     or when its last three characters do not fit the others
    public static String complete(String id) {
        int length = id.length();
        if (length != SHORT && length != LONG) {
            throw new IllegalArgumentException("not a Salesforce record id");
        }
        for (int i = 0; i < length; i++) {
            if (!isLetterOrDigit(id.charAt(i))) {
                throw new IllegalArgumentException("not a Salesforce record id");
            }
        }
        if (length == SHORT) {
            return id + checkCharacter(id, 0) + checkCharacter(id, 1) + checkCharacter(id, 2);
        }
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            if (id.charAt(SHORT + chunk) != checkCharacter(id, chunk)) {
                throw new IllegalArgumentException(
                        "not a Salesforce record id: wrong check characters");
            }
        }
        return id;
    }

    /// Tells which of the five characters of a chunk are in upper case.
    private static char checkCharacter(String id, int chunk) {
        int upperCase = 0;
        for (int i = 0; i < CHUNK; i++) {
            char c = id.charAt(chunk * CHUNK + i);
            upperCase |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
        }
        return CHECK_CHARACTERS.charAt(upperCase);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
