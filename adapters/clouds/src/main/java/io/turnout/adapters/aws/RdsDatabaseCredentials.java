package io.turnout.adapters.aws;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.RdsUtilities;

/// A user of RDS who has no password: a token signed here with the task's credentials, good for a
/// quarter of an hour, is asked for when a connection is opened and never after. No call is made
/// for it.
public final class RdsDatabaseCredentials implements DatabaseCredentials {
    private final RdsUtilities tokens;
    private final String host;
    private final int port;
    private final String user;

    public RdsDatabaseCredentials(RdsClient rds, String host, int port, String user) {
        this.tokens = rds.utilities();
        this.host = host;
        this.port = port;
        this.user = user;
    }

    @Override
    public Login login() {
        return new Login(
                user,
                tokens.generateAuthenticationToken(
                        request -> request.hostname(host).port(port).username(user)));
    }
}
