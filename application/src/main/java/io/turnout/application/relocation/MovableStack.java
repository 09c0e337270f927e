package io.turnout.application.relocation;

import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.relocation.StackName;

/// A stack that orgs can be moved out of and into: its storage, and what wraps the keys there.
public record MovableStack(StackStore store, KeyManagement keys) {
    public StackName name() {
        return store.stack();
    }

    /// How a key comes from here to there.
    public MoveOrg.KeyCrossing to(MovableStack there) {
        return key ->
                new WrappedKey(
                        key.name(),
                        there.keys.wrap(key.name(), keys.unwrap(key.name(), key.wrapped())),
                        key.createdAt());
    }
}
