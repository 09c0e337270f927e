package io.turnout.domain.relocation;

/// Where an org may be written, and since which move: of two that contradict each other the one
/// with the higher epoch is right.
public record Home(StackName stack, long epoch) {
    public Home {
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs count from one");
        }
    }

    /// The home after one more move.
    public Home next(StackName other) {
        return new Home(other, epoch + 1);
    }
}
