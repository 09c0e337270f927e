package io.turnout.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final String OURS = "ours";
    private static final String OTHER = "other";

    @Test
    void a_ratio_is_one_of_medians_at_the_same_connections() {
        Table table =
                new Table(
                        List.of(
                                Sample.ofRate(OURS, 64, 900),
                                Sample.ofRate(OURS, 64, 300),
                                Sample.ofRate(OURS, 64, 100),
                                Sample.ofRate(OTHER, 64, 200)),
                        List.of(Ratio.of(OURS, OTHER)));

        String text = table.markdown();

        assertThat(text)
                .contains("| 64 | ours | 300 (100 to 900) | – |", "| ours ÷ other | 1.50 |");
    }

    @Test
    void the_best_of_another_is_its_best_median_at_any_connections() {
        Table table =
                new Table(
                        List.of(
                                Sample.ofRate(OURS, 500, 300),
                                Sample.ofRate(OTHER, 16, 200),
                                Sample.ofRate(OTHER, 32, 100)),
                        List.of(Ratio.toBestOf(OURS, OTHER), Ratio.of(OURS, OTHER)));

        String text = table.markdown();

        assertThat(text).contains("ours ÷ other, at its best | 1.50 |", "| ours ÷ other | – |");
    }

    @Test
    void what_was_not_measured_is_null_in_the_file() {
        Table table = new Table(List.of(Sample.ofRate(OURS, 64, 1)), List.of());

        String json = table.json("hot");

        assertThat(json).contains("\"part\": \"hot\"", "\"perSecond\": 1.0", "\"p99Millis\": null");
    }
}
