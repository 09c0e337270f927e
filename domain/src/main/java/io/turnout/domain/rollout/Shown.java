package io.turnout.domain.rollout;

/// What a rollout server hands out of one flag.
public sealed interface Shown {
    /// As a person would say it.
    default String words() {
        return switch (this) {
            case Nothing() -> "off";
            case As(var reach) -> reach.words();
            case Otherwise(var what) -> what;
        };
    }

    /// It is off, or not there at all.
    record Nothing() implements Shown {}

    /// As we write it, for these orgs.
    record As(Reach reach) implements Shown {}

    /// Something we never write, such as another strategy beside ours.
    record Otherwise(String what) implements Shown {}
}
