package io.turnout.application.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.CloudContract;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every place for variables promises. Each test begins with an empty one.
public abstract class ConfigVariablesContract extends CloudContract {
    protected static final Why WHY = new Why("ada@vendor.example", "more seats: for the opening");

    protected abstract ConfigVariables variables();

    @Override
    protected Answer<?> asked() {
        return variables().current();
    }

    @Override
    protected Answer<?> written() {
        return variables().apply(Edits.set("ANY", "thing"), 0, WHY);
    }

    private Variables now() {
        return done(variables().current());
    }

    protected final Applied apply(Edits edits) {
        return done(variables().apply(edits, now().version(), WHY));
    }

    @Test
    void what_was_applied_stands_and_the_version_grows() {
        long before = now().version();

        Applied applied =
                apply(
                        new Edits(
                                Map.of(
                                        "POOL_SIZE", Optional.of("16"),
                                        "GREETING", Optional.of("ça va? \"quoted\""))));

        assertThat(applied.version()).isGreaterThan(before);
        assertThat(now().version()).isEqualTo(applied.version());
        assertThat(now().values())
                .isEqualTo(Map.of("POOL_SIZE", "16", "GREETING", "ça va? \"quoted\""));
    }

    @Test
    void a_proposal_is_a_difference_and_writes_nothing() {
        var _ = apply(Edits.set("POOL_SIZE", "16"));
        Variables before = now();

        List<Variables.Change> changes =
                done(
                        variables()
                                .propose(
                                        new Edits(
                                                Map.of(
                                                        "POOL_SIZE", Optional.of("4"),
                                                        "NEW", Optional.of("1"),
                                                        "NEVER", Optional.empty()))));

        assertThat(changes)
                .containsExactly(
                        new Variables.Change("NEW", Optional.empty(), Optional.of("1")),
                        new Variables.Change("POOL_SIZE", Optional.of("16"), Optional.of("4")));
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void what_was_unset_is_gone_and_may_come_again() {
        var _ = apply(Edits.set("POOL_SIZE", "16"));

        var _ = apply(Edits.unset("POOL_SIZE"));
        assertThat(now().values()).isEmpty();

        var _ = apply(Edits.set("POOL_SIZE", "17"));
        assertThat(now().values()).isEqualTo(Map.of("POOL_SIZE", "17"));
    }

    @Test
    void whoever_decided_on_an_older_version_writes_nothing() {
        long seen = now().version();
        var _ = apply(Edits.set("POOL_SIZE", "16"));

        assertFailed(
                variables().apply(Edits.set("POOL_SIZE", "1"), seen, WHY), Failure.Conflict.class);
        assertThat(now().values()).isEqualTo(Map.of("POOL_SIZE", "16"));
    }

    @Test
    void of_two_at_once_one_learns_that_it_lost() throws Exception {
        long seen = now().version();
        Callable<Answer<Applied>> one =
                () -> variables().apply(Edits.set("POOL_SIZE", "1"), seen, WHY);
        Callable<Answer<Applied>> two =
                () -> variables().apply(Edits.set("POOL_SIZE", "2"), seen, WHY);

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Answer<Applied>> answers =
                    both.invokeAll(List.of(one, two)).stream().map(Future::resultNow).toList();

            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Answer.Failed.class::isInstance)
                    .singleElement()
                    .satisfies(
                            lost ->
                                    assertThat(((Answer.Failed<?>) lost).why())
                                            .isInstanceOfAny(
                                                    Failure.Conflict.class,
                                                    Failure.Overtaken.class));
        }
    }

    @Test
    void the_history_tells_who_and_why_newest_first() {
        long first = apply(Edits.set("POOL_SIZE", "16")).version();
        long second = apply(Edits.set("POOL_SIZE", "17")).version();

        List<Release> history = done(variables().history(2));

        assertThat(history).extracting(Release::version).containsExactly(second, first);
        assertThat(history)
                .allSatisfy(
                        release -> {
                            assertThat(release.actor()).isEqualTo(WHY.actor());
                            assertThat(release.reason()).isEqualTo(WHY.reason());
                            assertThat(release.at()).isNotNull();
                        });
    }

    @Test
    void an_earlier_version_comes_back_as_a_new_one() {
        var _ = apply(Edits.set("GONE", "by then"));
        long good =
                apply(
                                new Edits(
                                        Map.of(
                                                "GONE", Optional.empty(),
                                                "POOL_SIZE", Optional.of("16"))))
                        .version();
        long bad =
                apply(
                                new Edits(
                                        Map.of(
                                                "POOL_SIZE", Optional.of("0"),
                                                "STRAY", Optional.of("1"))))
                        .version();

        Applied back = done(variables().rollback(good, bad, WHY));

        assertThat(back.version()).isGreaterThan(bad);
        assertThat(now().values()).isEqualTo(Map.of("POOL_SIZE", "16"));
        assertThat(done(variables().at(bad)).values())
                .isEqualTo(Map.of("POOL_SIZE", "0", "STRAY", "1"));
    }

    @Test
    void a_rollback_to_what_stands_or_never_was_is_told() {
        long version = apply(Edits.set("POOL_SIZE", "16")).version();

        assertFailed(variables().rollback(version, version, WHY), Failure.Refused.class);
        assertFailed(variables().rollback(987_654, version, WHY), Failure.Unknown.class);
        assertFailed(variables().rollback(version, version - 1, WHY), Failure.Conflict.class);
    }
}
