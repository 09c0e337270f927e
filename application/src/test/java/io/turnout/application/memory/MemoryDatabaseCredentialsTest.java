package io.turnout.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.application.cloud.DatabaseCredentialsContract;
import io.turnout.domain.cloud.Login;

class MemoryDatabaseCredentialsTest extends DatabaseCredentialsContract {
    @Override
    protected DatabaseCredentials credentials() {
        return new MemoryDatabaseCredentials(new Login("ada", "open sesame"));
    }

    @Override
    protected void assertLetsIn(String user, String password) {
        assertThat(user + ":" + password).isEqualTo("ada:open sesame");
    }
}
