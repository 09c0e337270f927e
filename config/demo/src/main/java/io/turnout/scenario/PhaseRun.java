package io.turnout.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One phase: its traffic and what happens meanwhile, then, where the file says so, the wait until
/// Salesforce has everybody.
final class PhaseRun {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LINKS = 1_000;

    private final Scenario.Phase phase;
    private final Place place;
    private final Wire wire;
    private final Fairs fairs;
    private final Ledger ledger;
    private final OpenLoad load;
    private final Optional<Salesforce> salesforce;
    private final RelocationWatch watch;

    PhaseRun(Scenario.Phase phase, Place place, Desk desk, OpenLoad load, RelocationWatch watch) {
        this.phase = phase;
        this.place = place;
        this.wire = desk.wire();
        this.fairs = desk.fairs();
        this.ledger = desk.ledger();
        this.load = load;
        this.watch = watch;
        this.salesforce = place.salesforce().map(admin -> new Salesforce(wire, admin));
    }

    /// @param traffic what was measured, by kind of traffic
    /// @param drained how long Salesforce took after the traffic; empty when it did not make it
    /// @param calls what it cost, org by org added up; empty where nobody can look
    record Result(
            Scenario.Phase phase,
            Map<String, Figures> traffic,
            Optional<Duration> drained,
            Optional<Salesforce.Calls> calls) {
        Result {
            traffic = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(traffic));
        }
    }

    Result run() {
        Optional<Salesforce.Calls> before = calls();
        Map<String, Figures> figures = new LinkedHashMap<>();
        List<OpenLoad.Stream> streams =
                phase.traffic().stream().map(traffic -> stream(traffic, figures)).toList();
        try (ExecutorService troubles = Executors.newVirtualThreadPerTaskExecutor()) {
            var trouble = troubles.submit(this::happen);
            load.send(phase.lasts(), streams);
            var _ = trouble.get();
        } catch (InterruptedException | ExecutionException wrong) {
            throw new IllegalStateException("in phase " + phase.name(), wrong);
        }
        if (!phase.overlaps()) {
            load.await();
        }
        Optional<Duration> drained = drain();
        return new Result(
                phase,
                figures,
                drained,
                before.flatMap(then -> calls().map(now -> now.minus(then))));
    }

    private OpenLoad.Stream stream(Scenario.Traffic traffic, Map<String, Figures> figures) {
        return new OpenLoad.Stream(
                traffic.perSecond(),
                visitor(traffic),
                figures.computeIfAbsent(
                        traffic.called(),
                        _ -> new Figures(phase.lasts(), traffic.manner().normal())));
    }

    /// Each kind of visitor has connections of its own.
    private OpenLoad.Visitor visitor(Scenario.Traffic traffic) {
        Scenario.Manner manner = traffic.manner();
        Wire own = new Wire(manner.patience(), watch.relocating()::saw);
        Desk desk = new Desk(own, fairs, ledger);
        return switch (traffic.what()) {
            case "register" -> new Registrant(desk, fairs.named(traffic.event()), manner);
            case "cancel" -> new Canceller(desk, fairs.named(traffic.event()), manner.retries());
            case "hold" -> new Holder(desk, fairs.named(traffic.event()), manner.retries());
            case "open" -> Reader.ofLinks(own, fairs, invitations(fairs.named(traffic.event())));
            case "come" -> new Newcomer(desk, fairs.named(traffic.event()), manner);
            case "rehearse" -> rehearser(desk, fairs.named(traffic.event()), manner);
            case "read" -> Reader.ofData(own, fairs, fairs.named(traffic.event()), manner.host());
            case "page" -> Reader.ofPage(own, fairs, fairs.named(traffic.event()), manner.host());
            case "click" ->
                    new Organiser(
                            wire,
                            salesforce.orElseThrow(PhaseRun::needsSalesforce),
                            fairs,
                            traffic.event().isEmpty()
                                    ? fairs.all()
                                    : List.of(fairs.named(traffic.event())));
            default ->
                    throw new IllegalArgumentException(
                            "traffic is register, cancel, hold, come, rehearse, open, read, page or"
                                    + " click, not "
                                    + traffic.what());
        };
    }

    private Rehearser rehearser(Desk desk, Fairs.Fair fair, Scenario.Manner manner) {
        return new Rehearser(desk, fair, manner, secret(fair, "a load test is"));
    }

    private List<String> invitations(Fairs.Fair fair) {
        return Invitations.bring(wire, fairs, fair, secret(fair, "links are"), LINKS);
    }

    private OrgSecret secret(Fairs.Fair fair, String what) {
        return place.webhookSecret(fair.at().org())
                .map(OrgSecret::new)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        what + " signed: give --secret ORG=whsec_..."));
    }

    private static IllegalArgumentException needsSalesforce() {
        return new IllegalArgumentException(
                "this scenario looks into Salesforce: give --simulator, its admin address");
    }

    private static IllegalArgumentException needsStacks() {
        return new IllegalArgumentException(
                "orgs of a --target are not moved: leave it out, and a house is started");
    }

    /// Each in its own time: a long one keeps none back.
    private void happen() {
        long start = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Scenario.Happening one : phase.happenings()) {
                all.add(
                        each.submit(
                                () -> {
                                    Pause.of(one.after());
                                    cause(one, start + phase.lasts().toNanos());
                                }));
            }
            for (Future<?> one : all) {
                var _ = one.get();
            }
        } catch (ExecutionException | InterruptedException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void cause(Scenario.Happening one, long end) {
        switch (one.what()) {
            case "fault" ->
                    salesforce.orElseThrow(PhaseRun::needsSalesforce).order(one.org(), one.order());
            case "mend" -> salesforce.orElseThrow(PhaseRun::needsSalesforce).mend(one.org());
            case "kill" -> place.kill(one.instance());
            case "stop" -> place.stop(one.instance());
            case "start" -> place.start(one.instance());
            case "move" ->
                    new Relocator(
                                    place.stacks().orElseThrow(PhaseRun::needsStacks),
                                    wire,
                                    watch.moves())
                            .run(Relocator.Order.of(one), end);
            default ->
                    throw new IllegalArgumentException(
                            "what happens is fault, mend, kill, stop, start or move, not "
                                    + one.what());
        }
    }

    private Optional<Duration> drain() {
        if (phase.drains().isZero() || salesforce.isEmpty()) {
            return Optional.empty();
        }
        Salesforce there = salesforce.get();
        long start = System.nanoTime();
        long end = start + phase.drains().toNanos();
        while (System.nanoTime() < end) {
            if (fairs.orgs().stream().allMatch(org -> has(there, org))) {
                return Optional.of(Duration.ofNanos(System.nanoTime() - start));
            }
            Pause.of(LOOK);
        }
        return Optional.empty();
    }

    private boolean has(Salesforce there, String org) {
        return there.attendees(org) >= ledger.attendees(org).size();
    }

    private Optional<Salesforce.Calls> calls() {
        return salesforce.map(
                there ->
                        fairs.orgs().stream()
                                .map(there::calls)
                                .reduce(Salesforce.Calls.NONE, Salesforce.Calls::plus));
    }
}
