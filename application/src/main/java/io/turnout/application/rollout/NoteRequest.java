package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;

/// A request of an org was answered. It must cost next to nothing, since every request does it.
public final class NoteRequest {
    private final OrgHealth health;

    public NoteRequest(OrgHealth health) {
        this.health = health;
    }

    /// What is no org is not noted: whoever asks may have made it up.
    public void note(String org, boolean failed, long millis) {
        try {
            health.note(new OrgId(org), failed, millis);
        } catch (IllegalArgumentException noOrg) {
            // It was refused with a 404, and that is all there is to it.
        }
    }
}
