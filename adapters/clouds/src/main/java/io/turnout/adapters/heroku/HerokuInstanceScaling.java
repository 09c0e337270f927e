package io.turnout.adapters.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;
import java.time.InstantSource;

/// The dynos of one type of process. Heroku keeps no bounds for them, so we do; it takes any number
/// that the plan allows, and those start within a minute.
public final class HerokuInstanceScaling implements InstanceScaling {
    private final HerokuApi api;
    private final String type;
    private final ScalingPlans plans;
    private final InstantSource clock;

    /// @param type as in the Procfile: `web`
    public HerokuInstanceScaling(
            HerokuApi api, String type, ScalingPlans plans, InstantSource clock) {
        this.api = api;
        this.type = type;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public Answer<Fleet> observe() {
        return formation().then(this::fleet);
    }

    private Answer<Integer> formation() {
        return api.get("formation/" + type).map(HerokuInstanceScaling::quantity);
    }

    private static int quantity(JsonNode formation) {
        return formation.path("quantity").asInt();
    }

    private Answer<Fleet> fleet(int desired) {
        return api.get("dynos").map(dynos -> new Fleet(desired, running(dynos), bounds()));
    }

    private int running(JsonNode dynos) {
        int up = 0;
        for (JsonNode dyno : dynos) {
            boolean runs = dyno.path("state").asText().equals("up");
            up += runs && dyno.path("type").asText().equals(type) ? 1 : 0;
        }
        return up;
    }

    private Bounds bounds() {
        return plans.plan().at(clock.instant());
    }

    @Override
    public Answer<Fleet> scaleTo(int desired, Why why) {
        return bounds().allow(desired)
                ? scale(desired)
                : Answer.failed(new Failure.Refused(desired + " is outside " + bounds()));
    }

    private Answer<Fleet> scale(int desired) {
        return api.patch(
                        "formation/" + type,
                        HerokuApi.JSON.createObjectNode().put("quantity", desired))
                .map(HerokuInstanceScaling::quantity)
                .then(this::fleet);
    }

    @Override
    public Answer<Fleet> bound(Bounds bounds, Why why) {
        var _ = plans.change(plan -> plan.within(bounds));
        return formation().then(this::inside);
    }

    private Answer<Fleet> inside(int desired) {
        int clamped = Math.clamp(desired, bounds().min(), bounds().max());
        return clamped == desired ? fleet(desired) : scale(clamped);
    }

    /// Nothing is started by it: whoever keeps the fleet inside its bounds does that.
    @Override
    public Answer<Floor> scheduleFloor(Floor floor, Why why) {
        var _ = plans.change(plan -> plan.with(floor, clock.instant()));
        return new Answer.Done<>(floor);
    }

    @Override
    public Answer<Floor> dropFloor(Floor floor, Why why) {
        var _ = plans.change(plan -> plan.without(floor));
        return new Answer.Done<>(floor);
    }
}
