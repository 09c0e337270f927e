package io.turnout.adapters.heroku;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.application.cloud.DatabaseCredentialsContract;

class DatabaseUrlTest extends DatabaseCredentialsContract {
    @Override
    protected DatabaseCredentials credentials() {
        return DatabaseUrl.parse("postgres://ada:open%20sesame%2B+@db.example/d1");
    }

    @Override
    protected void assertLetsIn(String user, String password) {
        assertThat(user).isEqualTo("ada");
        assertThat(password).isEqualTo("open sesame++");
    }
}
