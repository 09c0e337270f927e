package io.turnout.domain.scaling;

import java.time.Instant;
import java.util.List;

/// The load of a stack, summed over the instances that were heard of just now.
///
/// @param instances how many those are
/// @param cpu in processors' worth of instances: two that are half busy are one
/// @param owed rows that wait for a Salesforce whose calls are not used up
/// @param heldBack rows that wait for one whose calls nearly are: more instances bring no more
public record Load(
        int instances, double inFlight, long queued, double cpu, long owed, long heldBack) {
    public static Load of(List<InstanceLoad.Heard> heard, Owed owed, Instant now) {
        List<InstanceLoad> loads =
                heard.stream().filter(one -> one.isNew(now)).map(InstanceLoad.Heard::load).toList();
        return new Load(
                loads.size(),
                loads.stream().mapToDouble(InstanceLoad::inFlight).sum(),
                loads.stream().mapToLong(InstanceLoad::queued).sum(),
                loads.stream().mapToDouble(InstanceLoad::cpu).sum(),
                owed.rows(),
                owed.heldBack());
    }

    /// Rows that wait for Salesforce, by whether its calls let them leave.
    public record Owed(long rows, long heldBack) {
        /// From which part of an org's calls on its rows wait for calls, and not for us.
        public static final double NEARLY_ALL = 0.9;

        public static final Owed NOTHING = new Owed(0, 0);

        /// What one instance more cannot be asked for is not counted beyond this.
        public static final int COUNTED_MAX = 10_000;
    }
}
