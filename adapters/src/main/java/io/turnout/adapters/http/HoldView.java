package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.registration.Hold;

/// Seats that are kept until `expiresAt`, and the token that gives them back.
public record HoldView(String id, String token, String expiresAt) implements View {
    static HoldView of(Hold hold, String token) {
        return new HoldView(hold.id().toString(), token, hold.expiresAt().toString());
    }

    @Override
    public String toString() {
        return "HoldView[" + id + "]";
    }
}
