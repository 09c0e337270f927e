package io.turnout.bench;

import java.util.function.ToDoubleFunction;

/// A line of ratios: the median of one design over that of another, at the same connections, or
/// over the best that the other had at any number of them.
record Ratio(
        String name, String upper, String lower, ToDoubleFunction<Sample> figure, boolean toBest) {

    static Ratio of(String upper, String lower) {
        return new Ratio(upper + " ÷ " + lower, upper, lower, Sample::perSecond, false);
    }

    static Ratio toBestOf(String upper, String lower) {
        return new Ratio(
                upper + " ÷ " + lower + ", at its best", upper, lower, Sample::perSecond, true);
    }

    /// How many times as much of `figure` one costs as the other.
    static Ratio of(String name, String upper, String lower, ToDoubleFunction<Sample> figure) {
        return new Ratio(name, upper, lower, figure, false);
    }
}
