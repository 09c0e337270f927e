package io.turnout.application.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What everything that knows the way into a database promises.
public abstract class DatabaseCredentialsContract {
    protected abstract DatabaseCredentials credentials();

    /// The user and the password that let one in now.
    protected abstract void assertLetsIn(String user, String password);

    @Test
    void whoever_asks_is_let_in_and_so_is_whoever_asks_again() {
        for (int asked = 0; asked < 2; asked++) {
            var login = credentials().login();
            assertLetsIn(login.user(), login.password());
        }
    }

    @Test
    void a_login_says_no_password() {
        var login = credentials().login();

        assertThat(login.toString()).doesNotContain(login.password());
    }
}
