package io.turnout.adapters.unleash;

import io.turnout.application.flags.FlagDefinitions;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;

/// Definitions without a server: compiled from what was decided here, and evaluated as a server's
/// would be, so that both ways decide the same.
public final class CompiledDefinitions implements FlagDefinitions, AutoCloseable {
    private final SdkDefinitions sdk = new SdkDefinitions();
    private String known = "";

    @Override
    public boolean isOn(Flag flag, OrgId org) {
        return sdk.isOn(flag, org);
    }

    /// What changes no definition, such as a force, is not compiled again.
    @Override
    public synchronized void follow(Overlay overlay) {
        String compiled = Definitions.compiled(overlay);
        if (!compiled.equals(known)) {
            sdk.take(compiled);
            known = compiled;
        }
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public void close() {
        sdk.close();
    }
}
