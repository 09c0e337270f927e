package io.turnout.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.application.setting.ConfigVariablesContract;
import io.turnout.domain.setting.Edits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConfigVariablesTest extends ConfigVariablesContract {
    @TempDir private Path folder;
    private Place place;

    @BeforeEach
    void open() {
        place = new Place(folder);
    }

    @Override
    protected ConfigVariables variables() {
        return new FileConfigVariables(place.file("variables.json"), InstantSource.system());
    }

    /// A disk denies and throttles nobody; it may be gone.
    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.UNREACHABLE);
    }

    @Override
    protected void strike(Fault fault) {
        place.takeAway();
    }

    @Override
    protected void heal() {
        place.bringBack();
    }

    @Test
    void nobody_else_reads_it() throws IOException {
        var _ = apply(Edits.set("POOL_SIZE", "16"));

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(place.file("variables.json"))))
                .isEqualTo("rw-------");
    }
}
