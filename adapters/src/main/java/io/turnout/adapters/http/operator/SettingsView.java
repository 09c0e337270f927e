package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.setting.ShowSettings;
import io.turnout.domain.setting.Fare;
import io.turnout.domain.setting.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every setting is, what was before, and how instances fare. No secret has a value here.
public record SettingsView(
        long version,
        List<SettingLine> settings,
        List<EarlierVersion> releases,
        List<InstanceFare> instances)
        implements View {
    public static SettingsView of(ShowSettings.Board board) {
        return new SettingsView(
                board.version(),
                board.lines().stream().map(SettingLine::of).toList(),
                board.releases().stream().map(EarlierVersion::of).toList(),
                board.instances().stream().map(InstanceFare::of).toList());
    }

    /// One setting: `source` is `said`, `usual` or `unset`; a secret is only said or not.
    public record SettingLine(
            String name,
            @Nullable String value,
            String source,
            String is,
            String owner,
            boolean guarded,
            boolean secret,
            String purpose) {
        static SettingLine of(ShowSettings.Line line) {
            return new SettingLine(
                    line.key().name(),
                    line.value().orElse(null),
                    line.isSaid() ? "said" : line.value().isPresent() ? "usual" : "unset",
                    line.key().kind().words(),
                    line.key().owner(),
                    line.key().guarded(),
                    line.key().isSecret(),
                    line.key().purpose());
        }
    }

    /// A version of the variables.
    public record EarlierVersion(long version, String actor, String reason, String at) {
        static EarlierVersion of(Release release) {
            return new EarlierVersion(
                    release.version(), release.actor(), release.reason(), release.at().toString());
        }
    }

    /// What an instance says of itself.
    public record InstanceFare(
            String instance, boolean well, double failures, double p99Millis, String at) {
        static InstanceFare of(Fare.Report report) {
            return new InstanceFare(
                    report.instance(),
                    report.well(),
                    report.failures(),
                    report.p99Millis(),
                    report.at().toString());
        }
    }
}
