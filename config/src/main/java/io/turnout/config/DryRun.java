package io.turnout.config;

import io.dropwizard.db.DataSourceFactory;
import io.turnout.adapters.machine.AddressProbe;
import io.turnout.adapters.postgres.PostgresProbe;
import io.turnout.application.setting.InstanceReports;
import io.turnout.application.setting.SettingProbes;
import io.turnout.domain.setting.Flaw;
import io.turnout.domain.setting.SettingKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// Asks those whom proposed settings name, with the logins that this instance has.
final class DryRun implements SettingProbes {
    private static final Set<String> OF_THE_DATABASE =
            Set.of(SettingKeys.DATABASE_URL, SettingKeys.POOL_SIZE);

    private final DataSourceFactory database;
    private final InstanceReports reports;

    DryRun(DataSourceFactory database, InstanceReports reports) {
        this.database = database;
        this.reports = reports;
    }

    @Override
    public List<Flaw> probe(Map<String, String> values, Set<String> changed) {
        List<Flaw> flaws = new ArrayList<>();
        OF_THE_DATABASE.stream()
                .filter(changed::contains)
                .sorted()
                .findFirst()
                .flatMap(name -> database(values).map(why -> new Flaw(name, why)))
                .ifPresent(flaws::add);
        asked(SettingKeys.REDIS_URL, values, changed)
                .flatMap(AddressProbe::redis)
                .map(why -> new Flaw(SettingKeys.REDIS_URL, why))
                .ifPresent(flaws::add);
        asked(SettingKeys.UNLEASH_URL, values, changed)
                .flatMap(AddressProbe::http)
                .map(why -> new Flaw(SettingKeys.UNLEASH_URL, why))
                .ifPresent(flaws::add);
        return flaws;
    }

    private static Optional<URI> asked(
            String name, Map<String, String> values, Set<String> changed) {
        return Optional.ofNullable(values.get(name))
                .filter(_ -> changed.contains(name))
                .map(URI::create);
    }

    /// All pools at once, and one more while instances are replaced.
    private Optional<String> database(Map<String, String> values) {
        Properties login = new Properties();
        login.putAll(Hops.usual(database));
        login.setProperty("user", Optional.ofNullable(database.getUser()).orElse(""));
        login.setProperty("password", Optional.ofNullable(database.getPassword()).orElse(""));
        long pool = Long.parseLong(values.getOrDefault(SettingKeys.POOL_SIZE, "1"));
        return PostgresProbe.ask(
                values.getOrDefault(SettingKeys.DATABASE_URL, database.getUrl()),
                login,
                pool * (Math.max(1, reports.fare().instances()) + 1));
    }
}
