package io.turnout.adapters.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.application.cloud.DatabaseCredentialsContract;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;

/// Tokens as RDS reads them. Nobody is asked, so no moto is needed.
class RdsDatabaseCredentialsTest extends DatabaseCredentialsContract {
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    @Override
    protected DatabaseCredentials credentials() {
        return new RdsDatabaseCredentials(
                AwsTrial.at(NOBODY).client(RdsClient.builder()), "db.example", 5432, "turnout");
    }

    private static Map<String, String> read(String token) {
        return Signature.parameters(token.substring(token.indexOf('?') + 1));
    }

    @Override
    protected void assertLetsIn(String user, String token) {
        Map<String, String> read = read(token);
        assertThat(token).startsWith("db.example:5432/?");
        assertThat(read).containsEntry("DBUser", user).containsEntry("Action", "connect");
        assertThat(Signature.isRight("GET", "/", read, Map.of("host", "db.example:5432"))).isTrue();
    }

    @Test
    void a_token_is_good_for_a_quarter_of_an_hour_and_for_one_user() {
        Map<String, String> read = read(credentials().login().password());

        assertThat(read).containsEntry("X-Amz-Expires", "900");
        read.put("DBUser", "postgres");
        assertThat(Signature.isRight("GET", "/", read, Map.of("host", "db.example:5432")))
                .isFalse();
    }
}
