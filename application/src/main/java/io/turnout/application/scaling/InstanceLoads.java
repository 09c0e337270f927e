package io.turnout.application.scaling;

import io.turnout.domain.scaling.InstanceLoad;
import java.util.List;

/// What instances say of their load, each about itself, for all to see.
public interface InstanceLoads {
    /// Keeps the newest of an instance; it is stamped by the storage's clock.
    void keep(InstanceLoad load);

    /// Those of instances that were heard of in the last minutes, by their names.
    List<InstanceLoad.Heard> all();
}
