package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.setting.Fare;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every place for what instances say of themselves promises. Each test begins with none.
public abstract class InstanceReportsContract {
    protected abstract InstanceReports reports();

    protected abstract void elapse(Duration passed);

    @Test
    void the_newest_word_of_each_counts() {
        reports().keep("web.1", true, 0, 10);
        reports().keep("web.2", true, 0.25, 20.5);
        reports().keep("web.1", false, 0, 30);

        assertThat(reports().fare()).isEqualTo(new Fare(2, 1, 0.25, 30));
        assertThat(reports().all())
                .extracting(Fare.Report::instance)
                .containsExactly("web.1", "web.2");
    }

    @Test
    void whoever_falls_silent_is_missing() {
        reports().keep("web.1", true, 0, 10);

        elapse(Fare.SILENCE);
        reports().keep("web.2", true, 0, 10);

        assertThat(reports().fare().instances()).isEqualTo(1);
        assertThat(reports().all()).hasSize(2);
    }
}
