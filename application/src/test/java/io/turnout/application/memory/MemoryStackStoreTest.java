package io.turnout.application.memory;

import io.turnout.application.relocation.RowKey;
import io.turnout.application.relocation.StackStore;
import io.turnout.application.relocation.StackStoreContract;
import io.turnout.application.relocation.Table;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class MemoryStackStoreTest extends StackStoreContract {
    private static final String TABLE = "seat";

    private final List<MemoryStackStore> stacks = List.of(stack("heroku"), stack("aws"));

    private static MemoryStackStore stack(String name) {
        return new MemoryStackStore(new StackName(name), List.of(new Table(TABLE, "number")));
    }

    @Override
    protected StackStore stack(int number) {
        return stacks.get(number);
    }

    @Override
    protected void welcome(OrgId org) {
        stacks.getFirst().welcome(org);
    }

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected boolean write(int stack, OrgId org, int row, int content) {
        return change(stack, org, row, Optional.of("content " + content));
    }

    @Override
    protected boolean remove(int stack, OrgId org, int row) {
        return change(stack, org, row, Optional.empty());
    }

    private boolean change(int stack, OrgId org, int row, Optional<String> content) {
        Optional<MemoryStackStore.Write> write = stacks.get(stack).enter(org);
        write.ifPresent(
                entered ->
                        entered.commit(Map.of(new RowKey(TABLE, List.of("row " + row)), content)));
        return write.isPresent();
    }
}
