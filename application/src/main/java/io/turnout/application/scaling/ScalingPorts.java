package io.turnout.application.scaling;

import io.turnout.application.flags.SoleWriter;
import java.time.InstantSource;

/// What looking after the number of instances needs of the outside.
public record ScalingPorts(
        InstanceScaling scaling,
        ScalingPlans plans,
        InstanceLoads loads,
        OwedDelivery owed,
        ScalingWatch watch,
        SoleWriter sole,
        ScalingTerms terms,
        ConnectionLimits connections,
        Front front,
        InstantSource clock) {}
