package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.licensing.ShowLicenses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Licences by org, and how their sources fare. `next` is the `after` of the page that follows.
public record LicensesView(
        List<LicenseRow> licenses, List<LicenseSourceRow> sources, @Nullable String next)
        implements View {
    public static LicensesView of(ShowLicenses.View view, int page) {
        List<LicenseRow> rows = view.licenses().stream().map(LicenseRow::of).toList();
        return new LicensesView(
                rows,
                view.sources().stream().map(LicenseSourceRow::of).toList(),
                rows.size() < page ? null : rows.getLast().org());
    }

    /// `confirmedAt` and `ageSeconds` are null for what was granted by hand.
    public record LicenseRow(
            String org,
            String number,
            String status,
            @Nullable String confirmedAt,
            @Nullable Long ageSeconds) {
        static LicenseRow of(Licenses.Aged aged) {
            return new LicenseRow(
                    aged.license().org().value(),
                    aged.license().number(),
                    aged.license().status().name().toLowerCase(Locale.ROOT),
                    aged.license().confirmedAt().map(Instant::toString).orElse(null),
                    aged.age().map(Duration::toSeconds).orElse(null));
        }
    }

    /// The vendor's org, when it last answered, and why it did not since, if so.
    public record LicenseSourceRow(
            String vendor,
            @Nullable String lastSuccess,
            @Nullable String lastFailure,
            @Nullable String failure) {
        static LicenseSourceRow of(LicensePolls.View view) {
            return new LicenseSourceRow(
                    view.vendor().value(),
                    view.lastSuccess().map(Instant::toString).orElse(null),
                    view.lastFailure().map(Instant::toString).orElse(null),
                    view.failure().orElse(null));
        }
    }
}
