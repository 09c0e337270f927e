package io.turnout.application.flags;

/// Lets one instance of a stack at a time do something: write to the rollout server, which keeps no
/// order among writers itself, or move orgs, one after the other.
public interface SoleWriter {
    /// Does it, unless another instance is at it.
    boolean alone(Runnable work);
}
