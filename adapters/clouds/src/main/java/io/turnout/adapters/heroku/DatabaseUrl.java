package io.turnout.adapters.heroku;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// What Heroku says of a database: `postgres://user:password@host:port/name`, where what is in a
/// password may be percent-encoded. It may change at any time; the app is then started anew.
public record DatabaseUrl(String address, Login login) implements DatabaseCredentials {
    private static final int PORT = 5432;

    /// Takes one apart.
    ///
    /// @throws IllegalArgumentException when it is no such URL; it tells nothing of what it is
    public static DatabaseUrl parse(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("DATABASE_URL is no URL");
        }
        String user = uri.getRawUserInfo();
        boolean isPostgres = url.startsWith("postgres://") || url.startsWith("postgresql://");
        if (!isPostgres || uri.getHost() == null || user == null || user.indexOf(':') < 1) {
            throw new IllegalArgumentException("DATABASE_URL: postgres://user:password@host/name");
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        int colon = user.indexOf(':');
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath(),
                new Login(decoded(user.substring(0, colon)), decoded(user.substring(colon + 1))));
    }

    /// A plus is a plus here.
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
