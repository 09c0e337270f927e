package io.turnout.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/// After a run: what visitors were told, held against what the house and Salesforce say. It reads
/// what anybody may read from outside, and shares nothing with the program it judges.
final class Audit {
    private static final int RESOLVE_ROUNDS = 20;
    private static final int RESOLVED_AT_ONCE = 64;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Desk desk;
    private final Fairs fairs;
    private final Ledger ledger;
    private final Place place;
    private final Optional<Salesforce> salesforce;

    Audit(Desk desk, Place place) {
        this.desk = desk;
        this.fairs = desk.fairs();
        this.ledger = desk.ledger();
        this.place = place;
        this.salesforce = place.salesforce().map(admin -> new Salesforce(desk.wire(), admin));
    }

    /// Asks for every key whose outcome nobody knows until each has one, so that the counts that
    /// follow can be exact. Returns how many stayed without.
    int resolve() {
        List<Ledger.Open> open = ledger.takeUnknown();
        for (int round = 0; round < RESOLVE_ROUNDS && !open.isEmpty(); round++) {
            open = stillOpen(open);
            if (!open.isEmpty()) {
                Pause.of(PAUSE);
            }
        }
        return open.size();
    }

    private List<Ledger.Open> stillOpen(List<Ledger.Open> open) {
        List<Ledger.Open> left = Collections.synchronizedList(new ArrayList<>());
        try (var asking =
                Executors.newFixedThreadPool(RESOLVED_AT_ONCE, Thread.ofVirtual().factory())) {
            for (Ledger.Open request : open) {
                asking.execute(
                        () -> {
                            if (desk.ask(request, Map.of()).isOpen()) {
                                left.add(request);
                            }
                        });
            }
        }
        return left;
    }

    /// `taken.wrong`: seats that are taken and nobody was told so, or the other way round.
    /// `rows.wrong`, `owed.wrong`: people in the storage of our own house, or rows that are owed or
    /// were sent, other than were told. `oversold`: seats beyond what there are.
    /// `lost`, `twice`, `strange`: attendees that Salesforce has not, has more than once, or has
    /// without anybody having been told.
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        long wrong = 0;
        long oversold = 0;
        for (Fairs.Fair fair : fairs.all()) {
            long expected = fair.taken() + ledger.people(fair.id());
            Seats seats = seats(fair, expected);
            wrong += Math.abs(seats.taken() - expected);
            oversold += Math.max(0, seats.taken() - seats.seats());
        }
        figures.put("taken.wrong", (double) wrong);
        figures.put("oversold", (double) oversold);
        books(figures);
        salesforce.ifPresent(there -> compare(there, figures));
        return figures;
    }

    private void books(Map<String, Double> figures) {
        for (Fairs.Fair fair : fairs.all()) {
            long told = ledger.people(fair.id());
            long ever = ledger.everAdmitted(fair.id());
            place.books(fair.at().org(), fair.id())
                    .ifPresent(
                            books -> {
                                add(figures, "rows.wrong", books.attendees() - told);
                                add(figures, "owed.wrong", books.owed() - ever);
                                add(figures, "taken.wrong", books.taken() - told);
                            });
        }
    }

    private static void add(Map<String, Double> figures, String name, long off) {
        var _ = figures.merge(name, (double) Math.abs(off), Double::sum);
    }

    private record Seats(long seats, long taken) {}

    /// What an event shows may be a second old.
    private Seats seats(Fairs.Fair fair, long expected) {
        Seats seats = new Seats(0, -1);
        for (int look = 0; look < RESOLVE_ROUNDS && seats.taken() != expected; look++) {
            Pause.of(look == 0 ? Duration.ZERO : PAUSE);
            var capacity = fairs.read(fair.at().org(), fair.id()).path("capacity");
            seats =
                    new Seats(
                            capacity.path("seats").asLong(Long.MAX_VALUE),
                            capacity.path("taken").asLong());
        }
        return seats;
    }

    private void compare(Salesforce there, Map<String, Double> figures) {
        long lost = 0;
        long twice = 0;
        long strange = 0;
        for (String org : fairs.orgs()) {
            Set<String> told = new HashSet<>(ledger.attendees(org));
            List<String> ids = there.externalIds(org);
            Set<String> kept = new HashSet<>(ids);
            twice += ids.size() - kept.size();
            lost += told.stream().filter(id -> !kept.contains(id)).count();
            strange += kept.stream().filter(id -> !told.contains(id)).count();
        }
        figures.put("lost", (double) lost);
        figures.put("twice", (double) twice);
        figures.put("strange", (double) strange);
    }
}
