package io.turnout.domain.erasure;

/// How much of somebody was erased in an org: counts, and nothing of them.
///
/// @param registrations in which they were
/// @param attendees that name nobody any more
/// @param links that were deleted
/// @param keys of records that were destroyed, with which every copy became unreadable
/// @param answers to repeats that were emptied: whoever repeats learns that it was erased
/// @param withdrawn writes to Salesforce that were never begun, and are not owed any more
/// @param setAside writes that Salesforce had refused, and whose reasons are gone
/// @param owed writes that make somebody in Salesforce nobody: of those who registered, and of the
///     records that invited them
public record Erased(
        int registrations,
        int attendees,
        int links,
        int keys,
        int answers,
        int withdrawn,
        int setAside,
        int owed) {
    public static final Erased NOTHING = new Erased(0, 0, 0, 0, 0, 0, 0, 0);

    public Erased plus(Erased more) {
        return new Erased(
                registrations + more.registrations,
                attendees + more.attendees,
                links + more.links,
                keys + more.keys,
                answers + more.answers,
                withdrawn + more.withdrawn,
                setAside + more.setAside,
                owed + more.owed);
    }

    /// All of it in one fixed text, to be hashed.
    String text() {
        return "%d %d %d %d %d %d %d %d"
                .formatted(
                        registrations, attendees, links, keys, answers, withdrawn, setAside, owed);
    }
}
