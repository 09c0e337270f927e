package io.turnout.adapters.machine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Floor;
import io.turnout.domain.scaling.ScalingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// A plan in a file, which those who come later go by.
public final class FileScalingPlans implements ScalingPlans {
    private static final JsonMapper JSON = new JsonMapper();

    private final LockedFile file;
    private final ScalingPlan first;

    /// @param first what holds until somebody changes it
    public FileScalingPlans(Path file, ScalingPlan first) {
        this.file = new LockedFile(file);
        this.first = first;
    }

    /// Times as text.
    record Written(int min, int max, List<WrittenFloor> floors) {
        static Written of(ScalingPlan plan) {
            return new Written(
                    plan.bounds().min(),
                    plan.bounds().max(),
                    plan.floors().stream()
                            .map(
                                    floor ->
                                            new WrittenFloor(
                                                    floor.from().toString(),
                                                    floor.until().toString(),
                                                    floor.min()))
                            .toList());
        }

        ScalingPlan plan() {
            return new ScalingPlan(
                    new Bounds(min, max), floors.stream().map(WrittenFloor::floor).toList());
        }
    }

    record WrittenFloor(String from, String until, int min) {
        Floor floor() {
            return new Floor(Instant.parse(from), Instant.parse(until), min);
        }
    }

    @Override
    public ScalingPlan plan() {
        return locked(this::read);
    }

    @Override
    public ScalingPlan change(UnaryOperator<ScalingPlan> change) {
        return locked(
                path -> {
                    ScalingPlan next = change.apply(read(path));
                    file.replace(JSON.writeValueAsBytes(Written.of(next)));
                    return next;
                });
    }

    private ScalingPlan locked(LockedFile.Work<ScalingPlan> work) {
        try {
            return file.locked(work);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private ScalingPlan read(Path path) throws IOException {
        return Files.exists(path)
                ? JSON.readValue(Files.readAllBytes(path), Written.class).plan()
                : first;
    }
}
