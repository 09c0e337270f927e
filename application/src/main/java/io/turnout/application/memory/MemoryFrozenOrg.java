package io.turnout.application.memory;

import io.turnout.application.relocation.FrozenOrg;
import io.turnout.domain.relocation.StackName;

/// An org that nobody writes, in memory. Whatever storage would end it early ends it by `thaw`.
class MemoryFrozenOrg extends MemoryOrgRows implements FrozenOrg {
    private final MemoryShelf shelf;
    private final long number;

    MemoryFrozenOrg(MemoryShelf shelf, long number) {
        super(shelf, () -> check(shelf, number));
        this.shelf = shelf;
        this.number = number;
    }

    private static void check(MemoryShelf shelf, long number) {
        if (!shelf.isFrozen(number)) {
            throw new IllegalStateException("the freeze was ended");
        }
    }

    @Override
    public void release(StackName next) {
        check(shelf, number);
        shelf.release(next);
    }

    @Override
    public void close() {
        if (shelf.isFrozen(number)) {
            shelf.thaw();
        }
    }
}
