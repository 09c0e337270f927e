package io.turnout.adapters.heroku;

import java.time.Duration;
import java.time.InstantSource;

/// A client of the fake that waits for a second at most.
final class Trial {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private Trial() {}

    static HerokuApi api(HerokuFake heroku) {
        return api(heroku, InstantSource.system());
    }

    static HerokuApi api(HerokuFake heroku, InstantSource clock) {
        return new HerokuApi(
                new HerokuApi.Account(heroku.url(), HerokuFake.TOKEN, HerokuFake.APP, TIMEOUT),
                clock);
    }
}
