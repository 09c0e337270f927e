package io.turnout.application.flags;

/// Lets one instance of a stack at a time write to the rollout server, which keeps no order among
/// writers itself.
public interface SoleWriter {
    /// Does it, unless another instance is at it.
    boolean alone(Runnable work);
}
