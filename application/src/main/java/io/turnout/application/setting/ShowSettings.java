package io.turnout.application.setting;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.setting.Fare;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.SettingKey;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.Variables;
import java.util.List;
import java.util.Optional;

/// What every setting is now, where that comes from, and what was before.
public final class ShowSettings {
    private static final int RELEASES = 20;

    private final SettingPorts ports;

    public ShowSettings(SettingPorts ports) {
        this.ports = ports;
    }

    /// One setting. Of a secret it is only said whether there is one.
    ///
    /// @param value what holds; none where nothing is said and nothing is usual, and of a secret
    /// @param isSaid whether it is said where variables are kept
    public record Line(SettingKey key, Optional<String> value, boolean isSaid) {}

    /// All of it.
    public record Board(
            long version, List<Line> lines, List<Release> releases, List<Fare.Report> instances) {}

    public Answer<Board> show() {
        return ports.variables()
                .current()
                .then(
                        now ->
                                ports.variables()
                                        .history(RELEASES)
                                        .map(releases -> board(now, releases)));
    }

    private Board board(Variables now, List<Release> releases) {
        return new Board(
                now.version(),
                SettingKeys.ALL.stream().map(key -> line(key, now)).toList(),
                releases,
                ports.reports().all());
    }

    private static Line line(SettingKey key, Variables now) {
        Optional<String> said = Optional.ofNullable(now.values().get(key.name()));
        Optional<String> usual = Optional.of(key.usual()).filter(value -> !value.isEmpty());
        return new Line(
                key, key.isSecret() ? Optional.empty() : said.or(() -> usual), said.isPresent());
    }
}
