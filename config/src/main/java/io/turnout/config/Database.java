package io.turnout.config;

import com.google.common.base.Strings;
import io.dropwizard.db.DataSourceFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/// What every connection is held to, whatever the settings leave open: nothing waits for ever.
final class Database {
    private static final String LIMITS =
            "set lock_timeout = '250ms'; set statement_timeout = '5s';"
                    + " set idle_in_transaction_session_timeout = '5s'";
    private static final Map<String, String> DRIVER =
            Map.of(
                    "connectTimeout", "2",
                    "socketTimeout", "10",
                    "tcpKeepAlive", "true",
                    "logServerErrorDetail", "false");

    private Database() {}

    /// As whom it is asked outside of the pool, and by which way.
    static Properties login(DataSourceFactory database) {
        Properties login = new Properties();
        login.putAll(Hops.usual(database));
        login.putAll(database.getProperties());
        login.setProperty("user", Strings.nullToEmpty(database.getUser()));
        login.setProperty("password", Strings.nullToEmpty(database.getPassword()));
        return login;
    }

    static void limit(DataSourceFactory database, String instance) {
        Map<String, String> properties = new LinkedHashMap<>(DRIVER);
        properties.put("ApplicationName", "turnout " + instance);
        properties.putAll(Hops.usual(database));
        properties.putAll(database.getProperties());
        database.setProperties(properties);
        if (Strings.isNullOrEmpty(database.getInitializationQuery())) {
            database.setInitializationQuery(LIMITS);
        }
        database.setDriverClass("org.postgresql.Driver");
    }
}
