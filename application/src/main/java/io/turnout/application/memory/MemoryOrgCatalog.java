package io.turnout.application.memory;

import io.turnout.application.publishing.OrgCatalog;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.Pulled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What orgs publish, in memory: what somebody put there, and when. Its rows all count as
/// events'.
public final class MemoryOrgCatalog implements OrgCatalog {
    private static final int PAGE = 2_000;
    private static final Duration TELLS_DELETED = Duration.ofDays(15);

    private final Map<OrgId, Shelf> shelves = new HashMap<>();
    private Optional<String> away = Optional.empty();
    private int calls;

    private static final class Shelf {
        private final Map<EventId, Pulled> events = new LinkedHashMap<>();
        private final Map<String, ChangedRow> rows = new LinkedHashMap<>();
        private final Map<String, Instant> deleted = new LinkedHashMap<>();
    }

    private Shelf shelf(OrgId org) {
        return shelves.computeIfAbsent(org, _ -> new Shelf());
    }

    /// From now on the org says this of the event.
    public synchronized void put(OrgId org, Pulled pulled) {
        shelf(org).events.put(pulled.event(), pulled);
    }

    /// A row was written. The latest writing of a row is the one that is told.
    public synchronized void write(OrgId org, ChangedRow row) {
        shelf(org).rows.put(row.id(), row);
    }

    /// A record is gone for good, from its recycle bin too.
    public synchronized void delete(OrgId org, String record, Instant at) {
        shelf(org).rows.remove(record);
        shelf(org).deleted.put(record, at);
    }

    public synchronized void goAway(String why) {
        away = Optional.of(why);
    }

    public synchronized void comeBack() {
        away = Optional.empty();
    }

    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized Answer<List<Pulled>> pull(OrgId org, List<EventId> events) {
        Map<EventId, Pulled> known = shelf(org).events;
        return said(
                events.stream()
                        .map(one -> known.getOrDefault(one, new Pulled.Withdrawn(one)))
                        .toList());
    }

    private <T> Answer<T> said(T value) {
        calls++;
        return away.<Answer<T>>map(Answer.Failed::new).orElseGet(() -> new Answer.Said<>(value));
    }

    @Override
    public synchronized Answer<Listed> published(OrgId org, Optional<EventId> after) {
        String from = after.map(EventId::value).orElse("");
        List<EventId> events =
                shelf(org).events.values().stream()
                        .filter(pulled -> !(pulled instanceof Pulled.Withdrawn))
                        .map(Pulled::event)
                        .filter(event -> event.value().compareTo(from) > 0)
                        .sorted(Comparator.comparing(EventId::value))
                        .limit(PAGE)
                        .toList();
        return said(new Listed(events, events.size() == PAGE));
    }

    @Override
    public synchronized Answer<Marks> newest(OrgId org) {
        Optional<Marks.Place> newest =
                shelf(org).rows.values().stream()
                        .map(ChangedRow::at)
                        .max(Comparator.naturalOrder())
                        .map(Marks.Place::from);
        return said(new Marks(newest, Optional.empty(), Optional.empty()));
    }

    @Override
    public synchronized Answer<Changes> changes(OrgId org, Marks from) {
        List<ChangedRow> rows = new ArrayList<>(shelf(org).rows.values());
        rows.removeIf(row -> from.events().filter(place -> isBefore(row, place)).isPresent());
        rows.sort(Comparator.comparing(ChangedRow::at).thenComparing(ChangedRow::id));
        List<ChangedRow> page = rows.subList(0, Math.min(PAGE, rows.size()));
        Optional<Marks.Place> reached =
                page.isEmpty()
                        ? from.events()
                        : Optional.of(
                                new Marks.Place(
                                        page.getLast().at(), Optional.of(page.getLast().id())));
        return said(
                new Changes(
                        page,
                        new Marks(reached, Optional.empty(), Optional.empty()),
                        page.size() == PAGE));
    }

    private static boolean isBefore(ChangedRow row, Marks.Place place) {
        boolean same = row.at().equals(place.at());
        return row.at().isBefore(place.at())
                || (same && place.id().filter(id -> row.id().compareTo(id) <= 0).isPresent());
    }

    @Override
    public synchronized Answer<Deletions> deleted(OrgId org, Instant since) {
        Set<String> gone = new HashSet<>();
        Instant until = since;
        for (Map.Entry<String, Instant> one : shelf(org).deleted.entrySet()) {
            if (!one.getValue().isBefore(since)) {
                gone.add(one.getKey());
                until = one.getValue().isAfter(until) ? one.getValue() : until;
            }
        }
        boolean told = Duration.between(since, until).compareTo(TELLS_DELETED) <= 0;
        return said(new Deletions(gone, told ? Optional.of(until) : Optional.empty()));
    }
}
