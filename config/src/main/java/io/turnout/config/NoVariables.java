package io.turnout.config;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.util.List;

/// A stack whose settings do not say where its variables are kept.
final class NoVariables implements ConfigVariables {
    private static <T> Answer<T> nowhere() {
        return Answer.failed(
                new Failure.Refused("the settings do not say where variables are kept"));
    }

    @Override
    public Answer<Variables> current() {
        return nowhere();
    }

    @Override
    public Answer<Applied> apply(Edits edits, long expected, Why why) {
        return nowhere();
    }

    @Override
    public Answer<List<Release>> history(int most) {
        return nowhere();
    }

    @Override
    public Answer<Variables> at(long version) {
        return nowhere();
    }
}
