package io.turnout.application.relocation;

import io.turnout.domain.relocation.StackName;

/// An org that nobody writes: whoever comes waits at the gate. It lasts until it is closed, and
/// never longer than `StackStore.FREEZE_MAX`: the storage ends it, and nothing has happened.
public interface FrozenOrg extends OrgRows, AutoCloseable {
    /// Lets the org go to `next`, one epoch later, together with all that was forgotten here. When
    /// this returns it has; when it throws, `StackStore.home` tells whether it has.
    void release(StackName next);

    /// Opens the gate again where the org was not released.
    @Override
    void close();
}
