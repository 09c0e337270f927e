package io.turnout.application.memory;

import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Variables nobody is started with.
public final class MemoryConfigVariables implements ConfigVariables {
    private final InstantSource clock;
    private final List<Variables> versions = new ArrayList<>(List.of(new Variables(0, Map.of())));
    private final List<Release> releases = new ArrayList<>();

    public MemoryConfigVariables(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Answer<Variables> current() {
        return new Answer.Done<>(versions.getLast());
    }

    @Override
    public synchronized Answer<Applied> apply(Edits edits, long expected, Why why) {
        Variables now = versions.getLast();
        if (now.version() != expected) {
            return ConfigVariables.conflict(now.version());
        }
        Variables next = new Variables(expected + 1, now.after(edits));
        versions.add(next);
        releases.addFirst(new Release(next.version(), why.actor(), why.reason(), clock.instant()));
        return new Answer.Done<>(new Applied(next.version(), Applied.Effect.AT_NEXT_START));
    }

    @Override
    public synchronized Answer<List<Release>> history(int most) {
        return new Answer.Done<>(releases.stream().limit(most).toList());
    }

    @Override
    public synchronized Answer<Variables> at(long version) {
        return version >= 0 && version < versions.size()
                ? new Answer.Done<>(versions.get((int) version))
                : Answer.failed(new Failure.Unknown("version " + version));
    }
}
