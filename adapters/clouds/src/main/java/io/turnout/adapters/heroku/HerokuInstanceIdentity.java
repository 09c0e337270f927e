package io.turnout.adapters.heroku;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.domain.cloud.Identity;
import java.util.Map;
import java.util.Optional;

/// A dyno. `DYNO` alone is no name: while a release replaces another, or a dyno is cycled, two have
/// the same. `HEROKU_DYNO_ID` is there only where the app asked for dyno metadata.
///
/// @param boot what no other start of a process has
public record HerokuInstanceIdentity(Map<String, String> environment, String boot)
        implements InstanceIdentity {
    public HerokuInstanceIdentity {
        environment = Map.copyOf(environment);
    }

    @Override
    public Identity self() {
        String dyno = environment.getOrDefault("DYNO", "dyno").replaceAll("[^A-Za-z0-9._-]", "-");
        String id = environment.getOrDefault("HEROKU_DYNO_ID", "");
        return new Identity(
                id.matches("[A-Za-z0-9-]{8,60}") ? id : dyno + "-" + boot,
                Optional.ofNullable(environment.get("HEROKU_RELEASE_VERSION")));
    }
}
