package io.turnout.adapters.machine;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.GovernedVariablesContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/// Changes that come to a file.
class FileGovernedVariablesTest extends GovernedVariablesContract {
    @TempDir private Path folder;

    @Override
    protected ConfigVariables variables() {
        return new FileConfigVariables(folder.resolve("vars.json"), InstantSource.system());
    }
}
