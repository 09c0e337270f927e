package io.turnout.application.memory;

import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.JournalEntry;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.StoredRow;
import io.turnout.application.relocation.Table;
import io.turnout.application.relocation.WrappedKey;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One stack's storage in memory, for one thread: its writers enter and commit one step at a time,
/// so that whoever tries it decides what comes between.
public class MemoryStackStore implements StackStore {
    private final StackName stack;
    private final List<Table> tables;
    private final Map<OrgId, MemoryShelf> shelves = new HashMap<>();

    public MemoryStackStore(StackName stack, List<Table> tables) {
        this.stack = stack;
        this.tables = List.copyOf(tables);
    }

    /// What the gate says to a writer.
    public enum Gate {
        OK,
        BUSY,
        AWAY,
        UNKNOWN
    }

    /// A writer that entered; its gate stays open until it ends.
    public static final class Write {
        private final MemoryShelf shelf;
        private final boolean journal;
        private boolean ended;

        private Write(MemoryShelf shelf) {
            this.shelf = shelf;
            this.journal = shelf.journalling;
            shelf.writers++;
        }

        /// Keeps rows, or takes them away where the content is empty, all in one commit.
        public void commit(Map<RowKey, Optional<String>> rows) {
            rows.forEach(
                    (key, content) -> {
                        shelf.put(key, content.orElse(null));
                        if (journal) {
                            shelf.journal.add(new JournalEntry(++shelf.numbers, key));
                        }
                    });
            end();
        }

        /// Leaves without having written.
        public void end() {
            if (!ended) {
                ended = true;
                shelf.writers--;
            }
        }
    }

    /// An org that is at home here from the start.
    public void welcome(OrgId org) {
        shelves.put(org, new MemoryShelf(new Home(stack, 1)));
    }

    /// What a writer is told that comes now.
    public Gate look(OrgId org) {
        MemoryShelf shelf = shelves.get(org);
        if (shelf == null) {
            return Gate.UNKNOWN;
        }
        if (shelf.frozen) {
            return Gate.BUSY;
        }
        return isHome(shelf) ? Gate.OK : Gate.AWAY;
    }

    /// Enters, where the gate says OK.
    public Optional<Write> enter(OrgId org) {
        return look(org) == Gate.OK ? Optional.of(new Write(shelf(org))) : Optional.empty();
    }

    /// The storage ends a freeze that lasted too long.
    public void endFreeze(OrgId org) {
        shelf(org).thaw();
    }

    /// Whether Salesforce is not to be written.
    public boolean isHeld(OrgId org) {
        return shelf(org).held;
    }

    final MemoryShelf shelf(OrgId org) {
        MemoryShelf shelf = shelves.get(org);
        if (shelf == null) {
            throw new IllegalArgumentException("no such org here");
        }
        return shelf;
    }

    /// Whether nobody is writing and nobody keeps writers out.
    boolean isFree(MemoryShelf shelf) {
        return shelf.writers == 0 && !shelf.frozen;
    }

    boolean isMover(MemoryShelf shelf, long mover) {
        return isHome(shelf) && shelf.mover == mover;
    }

    boolean isNews(MemoryShelf shelf, long epoch) {
        return !isHome(shelf) && shelf.home.epoch() < epoch;
    }

    final boolean isHome(MemoryShelf shelf) {
        return shelf.home.stack().equals(stack);
    }

    @Override
    public StackName stack() {
        return stack;
    }

    @Override
    public Optional<Home> home(OrgId org) {
        return Optional.ofNullable(shelves.get(org)).map(shelf -> shelf.home);
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public OrgRows rows(OrgId org) {
        return new MemoryOrgRows(shelf(org), () -> {});
    }

    @Override
    public OptionalLong startJournal(OrgId org) {
        MemoryShelf shelf = shelf(org);
        if (!isHome(shelf) || !isFree(shelf)) {
            return OptionalLong.empty();
        }
        shelf.journalling = true;
        return OptionalLong.of(++shelf.mover);
    }

    @Override
    public void stopJournal(OrgId org, long mover) {
        MemoryShelf shelf = shelf(org);
        if (isMover(shelf, mover)) {
            shelf.journalling = false;
            shelf.held = false;
            shelf.journal.clear();
        }
    }

    @Override
    public void holdOutbound(OrgId org, long mover) {
        MemoryShelf shelf = shelf(org);
        shelf.held |= isMover(shelf, mover);
    }

    @Override
    public boolean isQuiet(OrgId org) {
        return true;
    }

    @Override
    public Optional<FrozenOrg> freeze(OrgId org, long mover) {
        MemoryShelf shelf = shelf(org);
        if (!isMover(shelf, mover) || !isFree(shelf)) {
            return Optional.empty();
        }
        shelf.frozen = true;
        return Optional.of(frozen(shelf, ++shelf.freezes));
    }

    FrozenOrg frozen(MemoryShelf shelf, long number) {
        return new MemoryFrozenOrg(shelf, number);
    }

    @Override
    public OptionalLong startCopy(OrgId org, Home now) {
        MemoryShelf shelf = shelves.computeIfAbsent(org, _ -> new MemoryShelf(now));
        if (isHome(shelf) || shelf.home.epoch() > now.epoch()) {
            return OptionalLong.empty();
        }
        shelf.home = now;
        return OptionalLong.of(++shelf.applier);
    }

    @Override
    public OptionalLong renewCopy(OrgId org, long token) {
        MemoryShelf shelf = shelf(org);
        return mayCopy(shelf, token) ? OptionalLong.of(++shelf.applier) : OptionalLong.empty();
    }

    boolean mayCopy(MemoryShelf shelf, long token) {
        return !isHome(shelf) && shelf.applier == token;
    }

    @Override
    public Applied apply(OrgId org, long token, List<StoredRow> rows, List<RowKey> gone) {
        MemoryShelf shelf = shelf(org);
        if (!mayCopy(shelf, token)) {
            return Applied.NOT_YOURS;
        }
        gone.forEach(key -> shelf.put(key, null));
        rows.forEach(row -> shelf.put(row.key(), row.content()));
        return Applied.DONE;
    }

    @Override
    public List<WrappedKey> keys(OrgId org) {
        return List.copyOf(shelf(org).keys.values());
    }

    @Override
    public boolean applyKeys(
            OrgId org, long token, List<WrappedKey> kept, List<OrgKeys.Name> gone) {
        MemoryShelf shelf = shelf(org);
        if (!mayCopy(shelf, token)) {
            return false;
        }
        gone.forEach(shelf.keys::remove);
        kept.forEach(key -> shelf.keys.putIfAbsent(key.name(), key));
        return true;
    }

    @Override
    public boolean activate(OrgId org, long epoch) {
        MemoryShelf shelf = shelf(org);
        if (!isNews(shelf, epoch)) {
            return false;
        }
        shelf.home = new Home(stack, epoch);
        shelf.journalling = true;
        shelf.applier++;
        shelf.mover++;
        return true;
    }
}
