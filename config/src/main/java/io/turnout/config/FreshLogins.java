package io.turnout.config;

import io.turnout.application.cloud.DatabaseCredentials;
import io.turnout.domain.cloud.Login;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What a pool opens connections with: each with a login that is asked for then.
record FreshLogins(String url, Map<String, String> properties, DatabaseCredentials credentials)
        implements DataSource {
    FreshLogins {
        properties = Map.copyOf(properties);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Login login = credentials.login();
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("user", login.user());
        all.setProperty("password", login.password());
        return DriverManager.getConnection(url, all);
    }

    /// A pool says what it was told at the start, which may be over.
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
