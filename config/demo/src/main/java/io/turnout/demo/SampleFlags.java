package io.turnout.demo;

import io.turnout.application.flags.FlagUseCases;
import io.turnout.domain.rollout.Audience;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagChange;
import io.turnout.domain.rollout.FlagState;
import java.util.List;

/// The second org has the checkout in steps, until somebody says otherwise.
final class SampleFlags {
    private SampleFlags() {}

    static void say(FlagUseCases flags) {
        if (flags.show().show().of(Flag.CHECKOUT_V2).equals(FlagState.UNSAID)) {
            var allow = new FlagChange.Allow(Flag.CHECKOUT_V2, Audience.of(Samples.ORG_B));
            var _ =
                    flags.change()
                            .change(
                                    List.of(allow),
                                    new Author("demo", "to try the checkout in steps", "demo"));
        }
    }
}
