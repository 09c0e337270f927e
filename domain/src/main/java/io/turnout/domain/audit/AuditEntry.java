package io.turnout.domain.audit;

import io.turnout.domain.org.OrgId;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody who runs the house did, or asked for and was refused (A25). It names nobody but
/// by a pseudonym, and repeats nothing that was typed but ids.
///
/// @param actor who: a name of the sign-in service that is no address, or what stands for one
/// @param action what: a method and the template of a path
/// @param subject of which, by ids; empty where the action says it all
/// @param outcome what came of it: `asked` before anything was done, later a status
/// @param request the correlation id that its answer and what was logged of it have too
public record AuditEntry(
        String actor,
        String action,
        Optional<OrgId> org,
        String subject,
        String outcome,
        String request) {
    public static final int ACTOR_MAX = 128;
    public static final int TEXT_MAX = 256;

    private static final Pattern ACTOR = Pattern.compile("[!-?A-~]{1," + ACTOR_MAX + "}");
    private static final Pattern TEXT = Pattern.compile("[ -?A-~]{0," + TEXT_MAX + "}");

    /// No address has a place here, so `@` stands nowhere.
    public AuditEntry {
        if (!ACTOR.matcher(actor).matches()) {
            throw new IllegalArgumentException("an actor is 1 to 128 printable letters, none @");
        }
        for (String text : new String[] {action, subject, outcome, request}) {
            if (!TEXT.matcher(text).matches()) {
                throw new IllegalArgumentException("at most 256 printable letters, none @");
            }
        }
    }

    /// Whether a text may stand here as it is.
    public static boolean admits(String text) {
        return TEXT.matcher(text).matches();
    }
}
