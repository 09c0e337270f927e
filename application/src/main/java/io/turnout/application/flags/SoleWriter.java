package io.turnout.application.flags;

/// Lets one instance of a stack at a time write to what keeps no order among writers itself: the
/// rollout server, or the cloud that starts instances.
public interface SoleWriter {
    /// Does it, unless another instance is at it.
    boolean alone(Runnable work);
}
