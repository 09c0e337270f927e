package io.turnout.application.rollout;

/// Writes down how requests of orgs fared since the last time.
public final class KeepHealth {
    private final OrgHealth health;

    public KeepHealth(OrgHealth health) {
        this.health = health;
    }

    public void keep() {
        health.flush();
    }
}
