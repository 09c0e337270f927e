package io.turnout.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.application.cloud.DatabaseCredentialsContract;
import io.turnout.domain.cloud.Login;

class FixedLoginTest extends DatabaseCredentialsContract {
    @Override
    protected DatabaseCredentials credentials() {
        return new FixedLogin(new Login("ada", "open sesame"));
    }

    @Override
    protected void assertLetsIn(String user, String password) {
        assertThat(user + ":" + password).isEqualTo("ada:open sesame");
    }
}
