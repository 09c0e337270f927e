package io.turnout.adapters.http.lane;

/// What is asked, by how much it matters that it is answered when not everything can be. Each may
/// use so much of what the instance works on at once, so that there is room left for those above.
enum Lane {
    /// Registrations, holds and cancellations.
    REGISTER(1.0),
    /// Pages and events, and messages from orgs.
    VIEW(0.8),
    /// Operators, and the description of the API.
    OFFICE(0.5);

    private final double share;

    Lane(double share) {
        this.share = share;
    }

    int of(int all) {
        return Math.max(1, (int) (all * share));
    }
}
