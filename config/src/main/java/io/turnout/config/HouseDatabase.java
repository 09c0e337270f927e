package io.turnout.config;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.ManagedPooledDataSource;
import io.turnout.application.cloud.DatabaseCredentials;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pool whose connections are opened as whoever the cloud says, at that moment. Without `login`,
/// `user` and `password` stand in the settings.
public final class HouseDatabase extends DataSourceFactory {
    @Valid private @Nullable LoginSettings login;
    private Optional<DatabaseCredentials> credentials = Optional.empty();

    /// Takes the address from where the login is, and asks for TLS on the way there.
    @JsonProperty
    public void setLogin(LoginSettings given) {
        login = given;
        setUrl(given.address());
        credentials = Optional.of(given.open());
        credentials.ifPresent(one -> setUser(one.login().user()));
        Map<String, String> properties = new HashMap<>(getProperties());
        properties.putIfAbsent("sslmode", "require");
        setProperties(properties);
    }

    /// None where the settings say who it is.
    @JsonProperty
    public @Nullable LoginSettings getLogin() {
        return login;
    }

    @Override
    public @Nullable String getPassword() {
        return credentials.map(one -> one.login().password()).orElseGet(super::getPassword);
    }

    @Override
    public ManagedDataSource build(MetricRegistry metrics, String name) {
        ManagedDataSource pool = super.build(metrics, name);
        credentials.ifPresent(
                asked ->
                        ((ManagedPooledDataSource) pool)
                                .setDataSource(new FreshLogins(getUrl(), getProperties(), asked)));
        return pool;
    }
}
