package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.Refreshes;
import io.turnout.application.publishing.ShowCatalog;
import io.turnout.domain.publishing.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An org's poller, null when the org is not asked, and its events: those with trouble first.
public record CatalogView(@Nullable PollView poll, List<PulledEvent> events) implements View {
    public static CatalogView of(ShowCatalog.View view) {
        return new CatalogView(
                view.poll().map(PollView::of).orElse(null),
                view.events().stream().map(PulledEvent::of).toList());
    }

    /// How often the org is asked what changed, and how that went.
    public record PollView(
            long intervalSeconds,
            String nextAt,
            @Nullable String lastSuccess,
            @Nullable String lastNudge,
            boolean listing,
            @Nullable String lastFailure,
            @Nullable String failure) {
        static PollView of(CatalogPolls.View view) {
            return new PollView(
                    view.interval().toSeconds(),
                    view.nextAt().toString(),
                    view.lastSuccess().map(Instant::toString).orElse(null),
                    view.lastNudge().map(Instant::toString).orElse(null),
                    view.listing(),
                    view.failure().map(failure -> failure.at().toString()).orElse(null),
                    view.failure().map(CatalogPolls.Failure::why).orElse(null));
        }
    }

    /// How one event stands; `trouble` says why it is not shown as its organiser has it, `fields`
    /// what to mend, and `failure` why it could not be asked for. `waiting` groups stand in line
    /// for seats there.
    public record PulledEvent(
            String event,
            @Nullable Long version,
            boolean shown,
            @Nullable String lastPulledAt,
            boolean pending,
            @Nullable String failure,
            @Nullable String trouble,
            List<String> fields,
            int waiting) {
        static PulledEvent of(Refreshes.View view) {
            return new PulledEvent(
                    view.event().value(),
                    view.version().orElse(null),
                    view.shown(),
                    view.pulledAt().map(Instant::toString).orElse(null),
                    view.pending(),
                    view.failure().orElse(null),
                    view.trouble().map(Trouble::why).orElse(null),
                    view.trouble().map(Trouble::fields).orElse(List.of()),
                    view.waiting());
        }
    }
}
