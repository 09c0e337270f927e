package io.turnout.config;

import io.turnout.application.scaling.InstanceScaling;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Fleet;
import io.turnout.domain.scaling.Floor;

/// A stack whose settings do not say who starts its instances.
final class NoScaling implements InstanceScaling {
    private static <T> Answer<T> nobody() {
        return Answer.failed(new Failure.Refused("the settings do not say who starts instances"));
    }

    @Override
    public Answer<Fleet> observe() {
        return nobody();
    }

    @Override
    public Answer<Fleet> scaleTo(int desired, Why why) {
        return nobody();
    }

    @Override
    public Answer<Fleet> bound(Bounds bounds, Why why) {
        return nobody();
    }

    @Override
    public Answer<Floor> scheduleFloor(Floor floor, Why why) {
        return nobody();
    }

    @Override
    public Answer<Floor> dropFloor(Floor floor, Why why) {
        return nobody();
    }
}
