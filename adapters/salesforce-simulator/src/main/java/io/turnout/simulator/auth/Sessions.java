package io.turnout.simulator.auth;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The live tokens of one org. A token lives on while it is used; one user may hold several, and
/// the end of one is not the end of the others.
public final class Sessions {
    /// Who holds a token, and through which app it was got.
    public record Session(String token, User user, App app) {}

    private record Live(Session session, long lastUsed) {}

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int OPAQUE_BYTES = 48;

    private final String org;
    private final InstantSource clock;
    private final Map<String, Live> live = new ConcurrentHashMap<>();
    private final Map<String, Session> refreshers = new ConcurrentHashMap<>();
    private volatile Duration lifetime;

    public Sessions(String org, Duration lifetime, InstantSource clock) {
        this.org = org;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Session open(User user, App app) {
        String token = org.substring(0, 15) + "!" + opaque();
        Session session = new Session(token, user, app);
        live.put(token, new Live(session, clock.millis()));
        return session;
    }

    public String refresher(Session session) {
        String token = "5Aep" + opaque();
        refreshers.put(token, session);
        return token;
    }

    public Optional<Session> byRefresher(String token) {
        return Optional.ofNullable(refreshers.get(token));
    }

    /// The session behind a token; empty when it never was, ran out, or belongs to another org.
    public Optional<Session> find(String token) {
        long now = clock.millis();
        Live used =
                live.computeIfPresent(
                        token,
                        (t, l) ->
                                now - l.lastUsed() > lifetime.toMillis()
                                        ? null
                                        : new Live(l.session(), now));
        return Optional.ofNullable(used).map(Live::session);
    }

    public boolean revoke(String token) {
        boolean wasLive = live.remove(token) != null;
        boolean couldRefresh = refreshers.remove(token) != null;
        return wasLive || couldRefresh;
    }

    /// Ends every session at once, as an administrator or a password policy does.
    public int expireAll() {
        int ended = live.size();
        live.clear();
        return ended;
    }

    public int count() {
        return live.size();
    }

    public void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    private static String opaque() {
        byte[] bytes = new byte[OPAQUE_BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', '.');
    }
}
