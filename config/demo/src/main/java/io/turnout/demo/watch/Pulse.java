package io.turnout.demo.watch;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.UseCases;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.ShowDelivery;
import io.turnout.application.publishing.EventPage;
import io.turnout.domain.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks twice a second at everything there is to watch, so that a page shown to many costs as
/// much as one shown to nobody.
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int ROWS = 11;
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

    private final UseCases useCases;
    private final WatchDoor.View view;
    private final Salesforce salesforce;
    private final InstantSource clock;
    private final CallBook calls;
    private final Trail trail = new Trail();
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watch").factory());
    private volatile Moment moment = Moment.NONE;

    Pulse(WatchDoor.View view, Salesforce salesforce, InstantSource clock) {
        this.useCases = view.house().useCases();
        this.view = view;
        this.salesforce = salesforce;
        this.clock = clock;
        this.calls = new CallBook(salesforce);
    }

    void start() {
        var _ = beats.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            look();
        } catch (RuntimeException missed) {
            LOG.info("watch missed a beat: {}", missed.toString());
        }
    }

    private synchronized void look() {
        calls.look();
        List<EventPage> events =
                view.events().stream()
                        .flatMap(event -> useCases.showEvent().show(view.org(), event).stream())
                        .toList();
        List<Moment.Owed> rows = new ArrayList<>();
        Moment.Totals totals = new Moment.Totals(0, 0, 0);
        for (EventPage page : events) {
            EventId event = page.event().id();
            ShowDelivery.View delivery =
                    useCases.outbound().showDelivery().show(view.org(), Optional.of(event));
            String name = page.event().name();
            delivery.rows().forEach(row -> rows.add(new Moment.Owed(name, row)));
            totals = totals(delivery.lanes());
        }
        rows.sort(Comparator.comparing((Moment.Owed one) -> one.row().owedAt()).reversed());
        Moment now =
                new Moment(
                        clock.instant(),
                        events,
                        rows.subList(0, Math.min(ROWS, rows.size())),
                        totals,
                        calls.counts(),
                        calls.callOf(),
                        stoppedUntil());
        trail.add(now);
        moment = now;
    }

    private static Moment.Totals totals(List<Outbox.LaneView> lanes) {
        return new Moment.Totals(
                lanes.stream().mapToLong(Outbox.LaneView::waiting).sum(),
                lanes.stream().mapToLong(Outbox.LaneView::sent).sum(),
                lanes.stream().mapToLong(Outbox.LaneView::setAside).sum());
    }

    private Optional<Instant> stoppedUntil() {
        Optional<Instant> until = Optional.empty();
        for (JsonNode fault : salesforce.faults()) {
            if (fault.path("kind").asText().equals("outage")) {
                String text = fault.path("until").asText();
                until = Optional.of(OffsetDateTime.parse(text, UNTIL).toInstant());
            }
        }
        return until.filter(clock.instant()::isBefore);
    }

    /// The page as of now, after a button was pressed that changes it.
    void lookNow() {
        beat();
    }

    WatchSheet sheet() {
        return WatchSheet.of(moment, trail.chart(), clock.instant());
    }

    @Override
    public void close() {
        beats.shutdownNow();
        salesforce.close();
    }
}
