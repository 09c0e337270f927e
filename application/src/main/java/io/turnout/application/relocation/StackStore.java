package io.turnout.application.relocation;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What one stack keeps, as somebody sees it who moves an org out of it or into it. Every call is
/// one transaction of that stack alone; none spans two. Any of them throws when the stack's storage
/// cannot be reached; whether it was done is seen by asking again, which is harmless for each.
public interface StackStore {
    /// For how long a writer is waited for before the gate is tried again later.
    Duration GATE_PATIENCE = Duration.ofMillis(300);

    /// For how long nobody else writes at most, whatever becomes of the mover.
    Duration FREEZE_MAX = Duration.ofMillis(1_500);

    /// The table of the orgs' keys, which is not copied as it stands: see `keys`.
    String KEYS = "org_key";

    /// What became of rows that were to be applied.
    enum Applied {
        DONE,
        /// The token is not the newest, or the org is at home here.
        NOT_YOURS,
        /// Something that must be unique is there already, under another key.
        IN_THE_WAY
    }

    StackName stack();

    /// Where this stack believes the org is at home. Empty where it never heard of it.
    Optional<Home> home(OrgId org);

    /// All tables of orgs but `KEYS`.
    List<Table> tables();

    OrgRows rows(OrgId org);

    /// From its return on every write of the org leaves its key in the journal, and whoever began
    /// one before is its mover no more. The number says who is. Empty where writers were in the way
    /// for `GATE_PATIENCE`, or the org is not at home here.
    OptionalLong startJournal(OrgId org);

    /// No more keys, those that are there are forgotten, and Salesforce is written again. Nothing
    /// is done for a mover that is it no more, or where the org is not at home here.
    void stopJournal(OrgId org, long mover);

    /// Has nothing more sent to the org's Salesforce from here. Registrations go on.
    void holdOutbound(OrgId org, long mover);

    /// Whether nothing is on its way to the org's Salesforce from here.
    boolean isQuiet(OrgId org);

    /// Waits for whoever writes the org right now, `GATE_PATIENCE` at most, and lets nobody in.
    /// Empty where that took longer, or for a mover that is it no more.
    Optional<FrozenOrg> freeze(OrgId org, long mover);

    /// Makes whoever asks the one that may copy the org into this stack: all before are so no
    /// more. The token says so. Empty where the org is at home here, or this stack knows a later
    /// home than `now`.
    OptionalLong startCopy(OrgId org, Home now);

    /// The same for whoever has a token, which is proof that the storage answers and that nothing
    /// of theirs is under way. Empty where it is theirs no more.
    OptionalLong renewCopy(OrgId org, long token);

    /// Makes these rows be as they are given and those keys be gone, all or none; done again it
    /// changes nothing.
    Applied apply(OrgId org, long token, List<StoredRow> rows, List<RowKey> gone);

    /// The org's keys as they are wrapped here.
    List<WrappedKey> keys(OrgId org);

    /// Keeps these keys and drops those, all or none. False where the token is not the newest, or
    /// the org is at home here.
    boolean applyKeys(OrgId org, long token, List<WrappedKey> kept, List<OrgKeys.Name> gone);

    /// Makes the org at home here, if that is news. From then on its writes are journalled for the
    /// way back, and no copier writes it. False where this stack knew that, or better.
    boolean activate(OrgId org, long epoch);
}
