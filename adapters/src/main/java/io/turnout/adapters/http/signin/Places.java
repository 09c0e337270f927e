package io.turnout.adapters.http.signin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where somebody may be sent after signing in: to a page of the dashboard, and nowhere else.
final class Places {
    static final String HOME = "/operator";
    static final String SIGN_IN = "/operator/sign-in";

    private static final int LENGTH_MAX = 300;
    private static final Pattern INSIDE =
            Pattern.compile("/operator(/[A-Za-z0-9][A-Za-z0-9._-]*)*(\\?[A-Za-z0-9=&._%:-]*)?");

    private Places() {}

    static String inside(@Nullable String place) {
        return place != null
                        && place.length() <= LENGTH_MAX
                        && INSIDE.matcher(place).matches()
                        && !place.startsWith(SIGN_IN)
                ? place
                : HOME;
    }

    static String encoded(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String text) {
        try {
            byte[] place = Base64.getUrlDecoder().decode(text);
            return inside(new String(place, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException none) {
            return HOME;
        }
    }
}
