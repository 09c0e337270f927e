package io.turnout.config;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Flag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The other stacks that orgs move to, and the key by which all of them know each other: 32 bytes
/// or more in Base64, in a file or, where there is no disk, in a variable.
///
/// @param movesAtOnce how many orgs are moved at once from here or to here; one, if not said
@SelfValidating
public record PeersSettings(
        @Nullable Path keyFile,
        @Nullable String key,
        @NotEmpty List<@Valid @NotNull Stack> stacks,
        @Min(1) @Max(RelocationPorts.Movers.AT_ONCE_MAX) @Nullable Integer movesAtOnce) {
    private static final int KEY_BYTES_MIN = 32;

    /// One of them.
    ///
    /// @param url where its instances are reached, without a path
    /// @param database its database, for moving orgs there and back; without it requests go there
    ///     and orgs do not
    /// @param keyManagement what wraps the keys of orgs there
    public record Stack(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String name,
            @NotNull URI url,
            @JsonDeserialize(as = HouseDatabase.class) @Valid @Nullable DataSourceFactory database,
            @Valid @Nullable KeyManagementSettings keyManagement) {
        StackName stack() {
            return new StackName(name);
        }

        /// What whoever moves an org there needs.
        record Inside(DataSourceFactory database, KeyManagementSettings keyManagement) {}

        Optional<Inside> inside() {
            return database == null || keyManagement == null
                    ? Optional.empty()
                    : Optional.of(new Inside(database, keyManagement));
        }

        boolean isHalf() {
            return (database == null) != (keyManagement == null);
        }

        private boolean isBare() {
            String path = url.getPath();
            return url.getHost() != null
                    && (path == null || path.isEmpty() || path.equals("/"))
                    && url.getQuery() == null;
        }
    }

    @SelfValidation
    public void isWhole(ViolationCollector violations) {
        if ((keyFile == null) == (key == null)) {
            violations.addViolation("the shared key stands in keyFile or in key, and in one");
        } else {
            try {
                byte[] _ = secret();
            } catch (IllegalArgumentException wrong) {
                violations.addViolation(String.valueOf(wrong.getMessage()));
            }
        }
        Set<String> names = new HashSet<>();
        for (Stack one : stacks == null ? List.<Stack>of() : stacks) {
            if (!names.add(one.name())) {
                violations.addViolation("two stacks are called " + one.name());
            }
            if (one.url() != null && !one.isBare()) {
                violations.addViolation(one.name() + ": url is a scheme, a host and a port");
            }
            if (one.isHalf()) {
                violations.addViolation(
                        one.name() + ": database and keyManagement are given both, or neither");
            }
        }
    }

    int atOnce() {
        return movesAtOnce == null ? 1 : movesAtOnce;
    }

    /// The flags of those that orgs can move to.
    List<Flag> homes() {
        return stacks.stream()
                .filter(one -> one.inside().isPresent())
                .map(one -> Flag.home(one.stack()))
                .toList();
    }

    byte[] secret() {
        byte[] secret = keyFile == null ? decoded() : SettingsFiles.base64(keyFile);
        if (secret.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the shared key has 32 bytes or more; make one with: openssl rand -base64 32");
        }
        return secret;
    }

    private byte[] decoded() {
        try {
            return Base64.getDecoder().decode(key == null ? "" : key.strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("no key in Base64: key", wrong);
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "Peers" + stacks.stream().map(Stack::name).toList();
    }
}
