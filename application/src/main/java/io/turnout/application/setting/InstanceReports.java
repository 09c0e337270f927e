package io.turnout.application.setting;

import io.turnout.domain.setting.Fare;
import java.util.List;

/// What instances say of themselves, each about itself, for all to see.
public interface InstanceReports {
    /// Keeps the newest of an instance; it is stamped by the storage's clock.
    void keep(String instance, boolean well, double failures, double p99Millis);

    /// Those of instances that were heard of in the last minutes.
    List<Fare.Report> all();

    /// How those fare that were heard of just now.
    Fare fare();
}
