package io.turnout.adapters.heroku;

import io.turnout.application.cloud.InstanceIdentity;
import io.turnout.application.cloud.InstanceIdentityContract;
import java.util.Map;
import java.util.UUID;

/// Two dynos of one name, as they are while one replaces the other.
class HerokuInstanceIdentityTest extends InstanceIdentityContract {
    @Override
    protected InstanceIdentity booted() {
        return new HerokuInstanceIdentity(
                Map.of("DYNO", "web.1"), UUID.randomUUID().toString().substring(0, 8));
    }
}
