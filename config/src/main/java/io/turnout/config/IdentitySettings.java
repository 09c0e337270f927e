package io.turnout.config;

import io.turnout.adapters.aws.EcsInstanceIdentity;
import io.turnout.adapters.heroku.HerokuInstanceIdentity;
import io.turnout.adapters.machine.ProcessIdentity;
import io.turnout.application.cloud.InstanceIdentity;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who says who this instance is, where no name is given.
public record IdentitySettings(Type type) {
    private static final int BOOT = 8;
    static final IdentitySettings USUAL = new IdentitySettings(Type.LOCAL);

    /// Where we run.
    public enum Type {
        LOCAL,
        HEROKU,
        AWS
    }

    InstanceIdentity open() {
        Map<String, String> environment = System.getenv();
        String boot = UUID.randomUUID().toString().substring(0, BOOT);
        return switch (type) {
            case LOCAL -> new ProcessIdentity();
            case HEROKU -> new HerokuInstanceIdentity(environment, boot);
            case AWS ->
                    new EcsInstanceIdentity(
                            Optional.ofNullable(environment.get("ECS_CONTAINER_METADATA_URI_V4"))
                                    .map(URI::create),
                            boot);
        };
    }
}
