package io.turnout.adapters.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.cloud.Answer;
import java.util.Set;

/// The feature of Heroku's router: a cookie for a day, in the Common Runtime only. Whoever has one
/// meets no new dyno until it is over, so it works against scaling out.
public final class HerokuSessionAffinity implements SessionAffinity {
    private static final String FEATURE = "features/http-session-affinity";
    private final HerokuApi api;

    public HerokuSessionAffinity(HerokuApi api) {
        this.api = api;
    }

    @Override
    public Answer<Boolean> isOn() {
        return api.get(FEATURE).map(HerokuSessionAffinity::isOn);
    }

    @Override
    public Answer<Boolean> turn(boolean on) {
        return api.patch(FEATURE, HerokuApi.JSON.createObjectNode().put("enabled", on))
                .map(HerokuSessionAffinity::isOn);
    }

    private static boolean isOn(JsonNode feature) {
        return feature.path("enabled").asBoolean();
    }

    @Override
    public Set<String> cookies() {
        return Set.of("heroku-session-affinity");
    }
}
