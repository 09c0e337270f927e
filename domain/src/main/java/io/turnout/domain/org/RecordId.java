package io.turnout.domain.org;

/// The rule of every Salesforce record id: 15 case-sensitive characters, and three more that
/// tell their case, so that a mistyped or case-folded id is refused and not looked up. Both
/// forms name the same record; here an id always has 18 characters.
public final class RecordId {
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private RecordId() {}

    /// The 18-character form of `id`.
    ///
    /// @throws IllegalArgumentException when `id` is neither 15 nor 18 ASCII letters and digits,
    ///     or when its last three characters do not fit the others
    public static String complete(String id) {
        boolean wellFormed = id.length() == SHORT || id.length() == LONG;
        if (!wellFormed || !id.chars().allMatch(RecordId::isLetterOrDigit)) {
            throw new IllegalArgumentException("not a Salesforce record id");
        }
        String complete = id.substring(0, SHORT) + checkCharacters(id);
        if (id.length() == LONG && !id.equals(complete)) {
            throw new IllegalArgumentException(
                    "not a Salesforce record id: wrong check characters");
        }
        return complete;
    }

    private static String checkCharacters(String id) {
        StringBuilder check = new StringBuilder();
        for (int start = 0; start < SHORT; start += CHUNK) {
            int upperCase = 0;
            for (int i = 0; i < CHUNK; i++) {
                char c = id.charAt(start + i);
                upperCase |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            check.append(CHECK_CHARACTERS.charAt(upperCase));
        }
        return check.toString();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
