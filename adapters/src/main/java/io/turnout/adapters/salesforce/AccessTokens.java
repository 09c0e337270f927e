package io.turnout.adapters.salesforce;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/// One token per org, shared by all who call. Whoever finds none that is good signs in; whoever
/// comes meanwhile waits for that one login and shares its end, since logins are counted.
final class AccessTokens {
    /// Salesforce never says when a token ends. Renewing at this age spares most calls a 401.
    static final Duration SOFT_AGE = Duration.ofMinutes(45);

    private final SalesforceLogin login;
    private final InstantSource clock;
    private final ConcurrentMap<OrgId, CompletableFuture<Login>> logins = new ConcurrentHashMap<>();

    AccessTokens(SalesforceLogin login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    /// A token that is young, or a new one. An old one still serves while nobody can be asked for
    /// another.
    Login of(SalesforceConnection connection) {
        Optional<AccessToken> held = held(connection);
        return held.filter(this::isYoung)
                .<Login>map(Login.Granted::new)
                .orElseGet(() -> share(new Wanted(connection, this::isYoung, held)));
    }

    /// The token of another login than the one that was refused.
    Login insteadOf(AccessToken refused) {
        Predicate<AccessToken> isOther = token -> !token.isOfLogin(refused);
        Login login = share(new Wanted(refused.connection(), isOther, Optional.empty()));
        // Shared with somebody who asked for a younger one, found nobody, and kept the old one.
        boolean same = login instanceof Login.Granted(var token) && token.isOfLogin(refused);
        return same ? new Login.Unreachable("login: no other token") : login;
    }

    private record Wanted(
            SalesforceConnection connection,
            Predicate<AccessToken> good,
            Optional<AccessToken> spare) {}

    private boolean isYoung(AccessToken token) {
        return clock.instant().isBefore(token.since().plus(SOFT_AGE));
    }

    private Optional<AccessToken> held(SalesforceConnection connection) {
        return Optional.ofNullable(logins.get(connection.org()))
                .flatMap(AccessTokens::granted)
                .filter(token -> token.connection().equals(connection));
    }

    private Login share(Wanted wanted) {
        CompletableFuture<Login> mine = new CompletableFuture<>();
        CompletableFuture<Login> one =
                logins.merge(
                        wanted.connection().org(),
                        mine,
                        (old, fresh) -> isGood(old, wanted) ? old : fresh);
        if (one == mine) {
            signIn(wanted, mine);
        }
        return one.join();
    }

    private static boolean isGood(CompletableFuture<Login> login, Wanted wanted) {
        return !login.isDone()
                || granted(login)
                        .filter(token -> token.connection().equals(wanted.connection()))
                        .filter(wanted.good())
                        .isPresent();
    }

    private static Optional<AccessToken> granted(CompletableFuture<Login> login) {
        boolean ended = login.isDone() && !login.isCompletedExceptionally();
        return ended && login.join() instanceof Login.Granted(var token)
                ? Optional.of(token)
                : Optional.empty();
    }

    private void signIn(Wanted wanted, CompletableFuture<Login> mine) {
        try {
            Login end = login.login(wanted.connection());
            mine.complete(end instanceof Login.Unreachable ? spared(wanted).orElse(end) : end);
        } catch (RuntimeException broken) {
            mine.completeExceptionally(broken);
        }
    }

    private Optional<Login> spared(Wanted wanted) {
        return wanted.spare().map(token -> new Login.Granted(token.keptAt(clock.instant())));
    }
}
