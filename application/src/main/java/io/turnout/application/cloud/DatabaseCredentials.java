package io.turnout.application.cloud;

import io.turnout.domain.cloud.Login;

/// As whom the database is asked. A pool asks again for each connection it opens, since a password
/// may be good for minutes only; nobody is called for it, so it answers at once.
public interface DatabaseCredentials {
    Login login();
}
