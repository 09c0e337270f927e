package io.turnout.application.scaling;

import io.turnout.domain.cloud.Answer;
import java.util.Set;

/// Whether the cloud's front sends a visitor to the same instance again. Only ever a hint, which
/// spares a look into the shared memory: a checkout goes on wherever it arrives.
public interface SessionAffinity {
    Answer<Boolean> isOn();

    /// `Refused` where this cloud has none.
    Answer<Boolean> turn(boolean on);

    /// The cookies by which the front remembers; whoever moves elsewhere is to be sent without.
    Set<String> cookies();
}
