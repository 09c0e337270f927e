package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.adapters.aws.AwsPlace;
import io.turnout.adapters.aws.KmsKeyManagement;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.application.privacy.KeyManagement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/// Who wraps the keys of orgs.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyManagementSettings.Local.class, name = "local"),
    @JsonSubTypes.Type(value = KeyManagementSettings.Heroku.class, name = "heroku"),
    @JsonSubTypes.Type(value = KeyManagementSettings.Aws.class, name = "aws")
})
public sealed interface KeyManagementSettings {
    KeyManagement open();

    /// What all instances of a stack have, and a dump of what they share has not.
    byte[] secret();

    private static byte[] whole(byte[] key, Object where) {
        if (key.length != LocalKeyManagement.KEY_BYTES) {
            throw new IllegalArgumentException(
                    where + " has " + key.length + " bytes, and a master key has 32");
        }
        return key;
    }

    /// The key in a variable, which is told by its name and never by what it says.
    private static byte[] decoded(String text, String where) {
        try {
            return whole(Base64.getDecoder().decode(text), where);
        } catch (IllegalArgumentException wrong) {
            boolean isTold = String.valueOf(wrong.getMessage()).startsWith(where);
            throw isTold ? wrong : new IllegalArgumentException("no key in Base64: " + where);
        }
    }

    /// What is listed in one variable, with commas between.
    private static List<String> listed(@Nullable String text) {
        return Arrays.stream(Objects.requireNonNullElse(text, "").split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

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

        @Override
        public LocalKeyManagement open() {
            return new LocalKeyManagement(
                    key(masterKeyFile), keys(nextMasterKeyFiles), keys(olderMasterKeyFiles));
        }

        @Override
        public byte[] secret() {
            return key(masterKeyFile);
        }

        private static List<byte[]> keys(@Nullable List<Path> files) {
            return Objects.requireNonNullElse(files, List.<Path>of()).stream()
                    .map(Local::key)
                    .toList();
        }

        private static byte[] key(Path file) {
            return whole(SettingsFiles.base64(file), file);
        }
    }

    /// The same in config vars, since a dyno has no disk: each 32 bytes in Base64, several with
    /// commas between. Heroku shows them to whoever may deploy.
    @SelfValidating
    record Heroku(
            @NotBlank String masterKey,
            @Nullable String nextMasterKeys,
            @Nullable String olderMasterKeys)
            implements KeyManagementSettings {
        /// Says which variable is none, before anything is started with it.
        @SelfValidation
        public void keysAreAtHand(ViolationCollector violations) {
            try {
                KeyManagement _ = open();
            } catch (IllegalArgumentException wrong) {
                violations.addViolation(String.valueOf(wrong.getMessage()));
            }
        }

        @Override
        public LocalKeyManagement open() {
            return new LocalKeyManagement(
                    secret(),
                    keys(nextMasterKeys, "nextMasterKeys"),
                    keys(olderMasterKeys, "olderMasterKeys"));
        }

        @Override
        public byte[] secret() {
            return decoded(masterKey, "masterKey");
        }

        private static List<byte[]> keys(@Nullable String text, String where) {
            return listed(text).stream().map(key -> decoded(key, where)).toList();
        }

        @Override
        public String toString() {
            return "Heroku[]";
        }
    }

    /// Keys of AWS KMS, each by its ARN, several with commas between.
    ///
    /// @param sharedSecret 32 bytes in Base64 that all instances have, for what is no key of an org
    record Aws(
            @Valid @NotNull AwsSettings place,
            @NotBlank @Pattern(regexp = "arn:[^, ]+:key/[A-Za-z0-9-]+") String keyArn,
            @Nullable String nextKeyArns,
            @Nullable String olderKeyArns,
            @NotBlank String sharedSecret)
            implements KeyManagementSettings {
        @Override
        public KeyManagement open() {
            AwsPlace aws = place.open();
            return new KmsKeyManagement(
                    aws.client(KmsClient.builder()),
                    keyArn,
                    listed(nextKeyArns),
                    listed(olderKeyArns));
        }

        @Override
        public byte[] secret() {
            return decoded(sharedSecret, "sharedSecret");
        }

        @Override
        public String toString() {
            return "Aws[" + keyArn + "]";
        }
    }
}
