package io.turnout.adapters.machine;

import io.turnout.application.scaling.ScalingPlans;
import io.turnout.application.scaling.ScalingPlansContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileScalingPlansTest extends ScalingPlansContract {
    @TempDir private Path folder;

    @Override
    protected ScalingPlans plans() {
        return new FileScalingPlans(folder.resolve("plan.json"), FIRST);
    }
}
