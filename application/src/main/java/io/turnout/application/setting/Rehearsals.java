package io.turnout.application.setting;

import io.turnout.domain.setting.TrialReport;

/// Registrations of nobody, many at once, on this very process: each goes the way of one of a
/// declared load test, up to where something would be kept, and Salesforce hears nothing of it.
public interface Rehearsals {
    /// How they went. Answers within a quarter of a minute.
    TrialReport rehearse();
}
