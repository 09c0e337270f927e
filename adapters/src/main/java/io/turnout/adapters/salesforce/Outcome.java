package io.turnout.adapters.salesforce;

import java.util.function.Function;

/// What was read from an org, or why nothing was.
sealed interface Outcome<T> {
    record Said<T>(T value) implements Outcome<T> {}

    record Failed<T>(String why) implements Outcome<T> {}

    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return switch (this) {
            case Said<T>(var value) -> next.apply(value);
            case Failed<T>(var why) -> new Failed<>(why);
        };
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
        return then(value -> new Said<>(change.apply(value)));
    }
}
