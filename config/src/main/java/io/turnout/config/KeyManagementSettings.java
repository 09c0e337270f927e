package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.adapters.tink.LocalKeyManagement;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who wraps the keys of orgs.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = KeyManagementSettings.Local.class, name = "local"))
public sealed interface KeyManagementSettings {
    /// Master keys of this stack's own: each a file with 32 bytes in Base64, readable by nobody
    /// else.
    ///
    /// @param masterKeyFile the key that wraps
    /// @param nextMasterKeyFiles keys that only open, until every instance knows them
    /// @param olderMasterKeyFiles keys that only open; what is under them is wrapped anew
    @SelfValidating
    record Local(
            @NotNull Path masterKeyFile,
            @Nullable List<@NotNull Path> nextMasterKeyFiles,
            @Nullable List<@NotNull Path> olderMasterKeyFiles)
            implements KeyManagementSettings {
        /// Says which file is none, before anything is started with it.
        @SelfValidation
        public void keysAreAtHand(ViolationCollector violations) {
            try {
                LocalKeyManagement _ = open();
            } catch (IllegalArgumentException wrong) {
                violations.addViolation(String.valueOf(wrong.getMessage()));
            }
        }

        LocalKeyManagement open() {
            return new LocalKeyManagement(
                    key(masterKeyFile), keys(nextMasterKeyFiles), keys(olderMasterKeyFiles));
        }

        /// What all instances of a stack have, and a dump of what they share has not.
        byte[] secret() {
            return key(masterKeyFile);
        }

        private static List<byte[]> keys(@Nullable List<Path> files) {
            return Objects.requireNonNullElse(files, List.<Path>of()).stream()
                    .map(Local::key)
                    .toList();
        }

        private static byte[] key(Path file) {
            byte[] key = SettingsFiles.base64(file);
            if (key.length != LocalKeyManagement.KEY_BYTES) {
                throw new IllegalArgumentException(
                        file + " has " + key.length + " bytes, and a master key has 32");
            }
            return key;
        }
    }
}
