package io.turnout.application.scaling;

import io.turnout.domain.scaling.Load;

/// How much waits for the Salesforces of all orgs that are at home here.
public interface OwedDelivery {
    /// As it stands; of an event never more than `COUNTED_MAX` rows are counted. What was said of
    /// an org's calls decides whether its rows wait for those.
    Load.Owed now();
}
