package io.turnout.application.memory;

import io.turnout.application.relocation.FrozenOrg;
import io.turnout.application.relocation.JournalEntry;
import io.turnout.application.relocation.OrgRows;
import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.Table;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The twin, with one guard taken away.
final class FaultyStackStore extends MemoryStackStore {
    private final Optional<Fault> fault;

    FaultyStackStore(StackName stack, List<Table> tables, Optional<Fault> fault) {
        super(stack, tables);
        this.fault = fault;
    }

    private boolean has(Fault one) {
        return fault.filter(one::equals).isPresent();
    }

    @Override
    boolean isFree(MemoryShelf shelf) {
        boolean careless = has(Fault.NO_FREEZE) || has(Fault.JOURNAL_WITHOUT_GATE);
        return careless ? !shelf.frozen : super.isFree(shelf);
    }

    @Override
    boolean mayCopy(MemoryShelf shelf, long token) {
        return has(Fault.NO_TOKEN) ? !isHome(shelf) : super.mayCopy(shelf, token);
    }

    @Override
    boolean isNews(MemoryShelf shelf, long epoch) {
        return has(Fault.LATE_ACTIVATION) || super.isNews(shelf, epoch);
    }

    @Override
    public OptionalLong renewCopy(OrgId org, long token) {
        OptionalLong renewed = super.renewCopy(org, token);
        if (has(Fault.ACTIVATE_FIRST) && renewed.isPresent()) {
            var _ = activate(org, shelf(org).home.epoch() + 1);
        }
        return renewed;
    }

    @Override
    boolean isMover(MemoryShelf shelf, long mover) {
        return has(Fault.ANY_MOVER) ? isHome(shelf) : super.isMover(shelf, mover);
    }

    @Override
    public OrgRows rows(OrgId org) {
        MemoryShelf shelf = shelf(org);
        if (!has(Fault.JOURNAL_FORGETS)) {
            return super.rows(org);
        }
        return new MemoryOrgRows(shelf, () -> {}) {
            @Override
            public void forget(List<JournalEntry> entries) {
                Set<RowKey> keys = new HashSet<>();
                entries.forEach(entry -> keys.add(entry.key()));
                shelf.journal.removeIf(entry -> keys.contains(entry.key()));
            }
        };
    }

    @Override
    FrozenOrg frozen(MemoryShelf shelf, long number) {
        if (!has(Fault.NO_LAST_DRAIN)) {
            return super.frozen(shelf, number);
        }
        return new MemoryFrozenOrg(shelf, number) {
            @Override
            public List<JournalEntry> journal(int limit) {
                return List.of();
            }
        };
    }
}
