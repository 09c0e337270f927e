package io.turnout.config;

import io.turnout.application.licensing.Licenses;
import io.turnout.application.publishing.EventPage;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.setting.Rehearsals;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.domain.registration.Rehearsal;
import io.turnout.domain.registration.Undecided;
import io.turnout.domain.setting.TrialReport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Rehearsals on this process: registrations of nobody at an event that is on sale, more at once
/// than a pool has connections.
final class HouseRehearsals implements Rehearsals {
    private static final int COUNT = 400;
    private static final int AT_ONCE = 24;
    private static final int ORGS = 20;
    private static final int EVENTS = 10;
    private static final long SECONDS = 15;
    private static final double NANOS_A_MILLI = 1e6;

    private final RegistrationBook book;
    private final EventPages pages;
    private final Licenses licenses;
    private final Runnable health;

    HouseRehearsals(RegistrationBook book, EventPages pages, Licenses licenses, Runnable health) {
        this.book = book;
        this.pages = pages;
        this.licenses = licenses;
        this.health = health;
    }

    @Override
    public TrialReport rehearse() {
        try {
            health.run();
            return onSale().map(this::rehearse).orElseGet(() -> nothingOnSale());
        } catch (RuntimeException sick) {
            return new TrialReport(false, 0, 0, 0, sick.getClass().getSimpleName());
        }
    }

    private static TrialReport nothingOnSale() {
        return new TrialReport(true, 0, 0, 0, "");
    }

    private Optional<EventPage> onSale() {
        return licenses.page(Optional.empty(), ORGS).stream()
                .flatMap(one -> pages.page(one.license().org(), Optional.empty(), EVENTS).stream())
                .filter(page -> !page.event().items().isEmpty())
                .findFirst();
    }

    private TrialReport rehearse(EventPage page) {
        List<Callable<Long>> tries =
                IntStream.range(0, COUNT)
                        .<Callable<Long>>mapToObj(number -> () -> once(page, number))
                        .toList();
        try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            return report(crowd.invokeAll(tries, SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new TrialReport(false, 0, 0, 0, "interrupted");
        }
    }

    private static TrialReport report(List<Future<Long>> tries) {
        long[] nanos =
                tries.stream()
                        .filter(one -> one.state() == Future.State.SUCCESS)
                        .mapToLong(Future::resultNow)
                        .sorted()
                        .toArray();
        String trouble =
                tries.stream()
                        .filter(one -> one.state() == Future.State.FAILED)
                        .map(one -> one.exceptionNow().getClass().getSimpleName())
                        .findFirst()
                        .orElse("");
        double p99 = nanos.length == 0 ? 0 : nanos[(nanos.length - 1) * 99 / 100] / NANOS_A_MILLI;
        return new TrialReport(true, COUNT, COUNT - nanos.length, p99, trouble);
    }

    private long once(EventPage page, int number) {
        long begun = System.nanoTime();
        // Whoever registers has seen the page; that takes a connection of its own each time.
        var _ = pages.find(page.event().org(), page.event().id());
        AttendeeId nobody = new AttendeeId(new UUID(0, number));
        RegistrationRequest request =
                new RegistrationRequest(
                        page.event().org(),
                        page.event().id(),
                        new IdempotencyKey("rehearsal-" + number),
                        new RegistrationId(nobody.value()),
                        List.of(
                                new Attendee(
                                        nobody,
                                        Person.nobody(nobody),
                                        new Place(
                                                page.event().items().getFirst().id(), List.of()))),
                        Optional.empty());
        Decision decision = book.look(request, standing -> Rehearsal.decide(request, standing));
        if (decision instanceof Undecided) {
            throw new IllegalStateException("undecided");
        }
        return System.nanoTime() - begun;
    }
}
