package io.turnout.adapters.http;

import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.adapters.http.signin.Threshold;
import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Operators who have signed in to the dashboard of a house.
final class Desks {
    static final String COOKIE = "turnout-operator";

    private Desks() {}

    /// What a browser holds, and what its forms carry.
    record Session(String secret) {
        String cookie() {
            return COOKIE + "=" + secret;
        }

        String token() {
            try {
                byte[] hash =
                        MessageDigest.getInstance("SHA-256")
                                .digest(("form:" + secret).getBytes(StandardCharsets.UTF_8));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Session signedIn(OpenHouse house, Role... roles) {
        UseCases useCases = UseCases.over(house.memory.ports(), DeliveryRules.USUAL);
        DeskSettings settings = new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty());
        Response welcome =
                new Threshold(useCases.sessions(), settings)
                        .welcome("ops-" + roles[0].word(), Set.of(roles), "/operator");
        NewCookie cookie = Objects.requireNonNull(welcome.getCookies().get(COOKIE));
        return new Session(cookie.getValue());
    }
}
