package io.turnout.domain.cloud;

import java.util.function.Function;

/// What a cloud said when it was asked for something: that it is done, or why not.
public sealed interface Answer<T> {
    /// It is done, or known.
    record Done<T>(T value) implements Answer<T> {}

    /// It is not, or nobody knows.
    record Failed<T>(Failure why) implements Answer<T> {}

    static <T> Answer<T> failed(Failure why) {
        return new Failed<>(why);
    }

    /// What follows from it, when it was done.
    default <R> Answer<R> then(Function<T, Answer<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }

    default <R> Answer<R> map(Function<T, R> next) {
        return then(value -> new Done<>(next.apply(value)));
    }
}
