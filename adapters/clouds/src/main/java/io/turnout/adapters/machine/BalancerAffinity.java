package io.turnout.adapters.machine;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// A line that nginx includes where it names our instances: with it, an address meets the same one
/// again; without it they take turns. It counts when nginx reads its settings again.
public final class BalancerAffinity implements SessionAffinity {
    private static final String LINE = "ip_hash;\n";

    private final LockedFile file;

    /// @param file what the block `upstream` includes
    public BalancerAffinity(Path file) {
        this.file = new LockedFile(file);
    }

    @Override
    public Answer<Boolean> isOn() {
        return locked(path -> Files.exists(path) && Files.readString(path).equals(LINE));
    }

    @Override
    public Answer<Boolean> turn(boolean on) {
        return locked(
                _ -> {
                    file.replace((on ? LINE : "").getBytes(StandardCharsets.UTF_8));
                    return on;
                });
    }

    private Answer<Boolean> locked(LockedFile.Work<Boolean> work) {
        try {
            return new Answer.Done<>(file.locked(work));
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(away.getClass().getSimpleName()));
        }
    }

    /// By address, not by cookie.
    @Override
    public Set<String> cookies() {
        return Set.of();
    }
}
