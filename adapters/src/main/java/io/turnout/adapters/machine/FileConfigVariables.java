package io.turnout.adapters.machine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Variables in a file, with those of earlier versions. Whoever is started after a change goes by
/// it.
public final class FileConfigVariables implements ConfigVariables {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Kept>> ALL = new TypeReference<>() {};
    private static final int KEPT_MAX = 50;

    private final LockedFile file;
    private final InstantSource clock;

    public FileConfigVariables(Path file, InstantSource clock) {
        this.file = new LockedFile(file);
        this.clock = clock;
    }

    /// One version as it stands in the file; the newest is the last.
    record Kept(long version, String actor, String reason, String at, Map<String, String> values) {
        Variables variables() {
            return new Variables(version, values);
        }

        Release release() {
            return new Release(version, actor, reason, Instant.parse(at));
        }
    }

    private interface Work<T> {
        Answer<T> on(List<Kept> kept) throws IOException;
    }

    private <T> Answer<T> locked(Work<T> work) {
        try {
            return file.locked(path -> work.on(read(path)));
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(away.getClass().getSimpleName()));
        }
    }

    private static List<Kept> read(Path path) throws IOException {
        return Files.exists(path)
                ? JSON.readValue(Files.readAllBytes(path), ALL)
                : new ArrayList<>();
    }

    private static Variables newest(List<Kept> kept) {
        return kept.isEmpty() ? new Variables(0, Map.of()) : kept.getLast().variables();
    }

    @Override
    public Answer<Variables> current() {
        return locked(kept -> new Answer.Done<>(newest(kept)));
    }

    @Override
    public Answer<Applied> apply(Edits edits, long expected, Why why) {
        return locked(
                kept -> {
                    Variables now = newest(kept);
                    return now.version() == expected
                            ? write(kept, now, edits, why)
                            : ConfigVariables.conflict(now.version());
                });
    }

    private Answer<Applied> write(List<Kept> kept, Variables now, Edits edits, Why why)
            throws IOException {
        long next = now.version() + 1;
        List<Kept> all = new ArrayList<>(kept);
        all.add(
                new Kept(
                        next,
                        why.actor(),
                        why.reason(),
                        clock.instant().toString(),
                        now.after(edits)));
        file.replace(
                JSON.writeValueAsBytes(
                        all.subList(Math.max(0, all.size() - KEPT_MAX), all.size())));
        return new Answer.Done<>(new Applied(next, Applied.Effect.AT_NEXT_START));
    }

    @Override
    public Answer<List<Release>> history(int most) {
        return locked(
                kept ->
                        new Answer.Done<>(
                                kept.reversed().stream().limit(most).map(Kept::release).toList()));
    }

    @Override
    public Answer<Variables> at(long version) {
        return locked(
                kept ->
                        kept.stream()
                                .filter(one -> one.version() == version)
                                .findFirst()
                                .<Answer<Variables>>map(one -> new Answer.Done<>(one.variables()))
                                .orElseGet(
                                        () ->
                                                Answer.failed(
                                                        new Failure.Unknown(
                                                                "version " + version))));
    }
}
