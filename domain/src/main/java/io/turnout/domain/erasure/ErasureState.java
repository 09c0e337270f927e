package io.turnout.domain.erasure;

/// How far somebody is forgotten. Settling: all that was found is gone, and what was on its way
/// while it was looked for is waited for.
public enum ErasureState {
    ASKED,
    SETTLING,
    DONE
}
