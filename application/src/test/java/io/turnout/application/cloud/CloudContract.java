package io.turnout.application.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What every port to a cloud promises when the cloud does not do what it is asked for: that is a
/// case of the answer, each kind its own, within seconds, and over when the trouble is.
public abstract class CloudContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What may go wrong between us and a cloud.
    public enum Fault {
        DENIED,
        THROTTLED,
        UNKNOWN,
        UNREACHABLE
    }

    /// What this adapter can meet; a file knows no throttling.
    protected abstract Set<Fault> faults();

    /// Makes every call from now on end so; `heal` ends it.
    protected abstract void strike(Fault fault);

    protected abstract void heal();

    /// One call of the port that asks the cloud.
    protected abstract Answer<?> asked();

    /// One that writes.
    protected abstract Answer<?> written();

    @TestFactory
    Stream<DynamicTest> trouble_is_a_case_of_the_answer() {
        return faults().stream()
                .sorted()
                .map(
                        fault ->
                                dynamicTest(
                                        fault.name().toLowerCase(Locale.ROOT),
                                        () -> isACase(fault)));
    }

    private void isACase(Fault fault) {
        assertThat(asked()).isInstanceOf(Answer.Done.class);
        strike(fault);
        try {
            for (Supplier<Answer<?>> call :
                    Set.<Supplier<Answer<?>>>of(this::asked, this::written)) {
                long began = System.nanoTime();
                assertFailed(call.get(), expected(fault));
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
            }
        } finally {
            heal();
        }
        assertThat(asked()).isInstanceOf(Answer.Done.class);
    }

    private static Class<? extends Failure> expected(Fault fault) {
        return switch (fault) {
            case DENIED -> Failure.Denied.class;
            case THROTTLED -> Failure.Throttled.class;
            case UNKNOWN -> Failure.Unknown.class;
            case UNREACHABLE -> Failure.Unreachable.class;
        };
    }

    protected static void assertFailed(Answer<?> answer, Class<? extends Failure> why) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed<?>) answer).why()).isInstanceOf(why);
    }

    protected static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Failed<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
