package io.turnout.application.flags;

/// Lets one instance of a stack at a time do something: write to what keeps no order among writers
/// itself (the rollout server, the cloud that starts instances), or move orgs.
public interface SoleWriter {
    /// Does it, unless another instance is at it.
    boolean alone(Runnable work);
}
