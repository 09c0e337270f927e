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
import java.util.Set;

/// Asks those whom proposed settings name, with the logins that this instance has.
final class DryRun implements SettingProbes {
    private static final Set<String> OF_THE_DATABASE =
            Set.of(SettingKeys.DATABASE_URL, SettingKeys.POOL_SIZE, SettingKeys.INSTANCES_MAX);

    private final DataSourceFactory database;
    private final InstanceReports reports;
    private final boolean scales;

    /// @param scales whether instances are started by the house, up to the ceiling of the settings
    DryRun(DataSourceFactory database, InstanceReports reports, boolean scales) {
        this.database = database;
        this.reports = reports;
        this.scales = scales;
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

    private Optional<String> database(Map<String, String> values) {
        return PostgresProbe.ask(
                values.getOrDefault(SettingKeys.DATABASE_URL, database.getUrl()),
                Database.login(database),
                Integer.parseInt(values.getOrDefault(SettingKeys.POOL_SIZE, "1")),
                instances(values));
    }

    /// As many as may come, or as there are where nobody starts others.
    private int instances(Map<String, String> values) {
        return scales
                ? Integer.parseInt(values.getOrDefault(SettingKeys.INSTANCES_MAX, "1"))
                : Math.max(1, reports.fare().instances());
    }
}
