package io.turnout.application.memory;

import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.attendeelink.OwedLinks;
import io.turnout.application.delivery.Outbox;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Lease;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.OwedLink;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Addresses that orgs are owed, in memory. Backoff has no chance in it here.
public final class MemoryOwedLinks implements OwedLinks {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryOwedLinks(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    enum State {
        WAITING,
        TOLD,
        SET_ASIDE,
        GONE
    }

    /// One that was made, and how far its address came.
    record Row(
            OwedLink owed,
            EventId event,
            State state,
            Instant dueAt,
            Optional<Instant> toldAt,
            int failures,
            Optional<Reason> reason) {
        static Row owed(LinkPolls.Minted one, Instant now) {
            return new Row(
                    new OwedLink.Address(one.record(), one.link().id()),
                    one.link().event(),
                    State.WAITING,
                    now,
                    Optional.empty(),
                    0,
                    Optional.empty());
        }

        /// Whether the org, asked at this moment, should have shown it and did not.
        boolean isAnew(Instant asked) {
            boolean lost = state == State.GONE || toldAt.filter(asked::isAfter).isPresent();
            return owed instanceof OwedLink.Address && state != State.WAITING && lost;
        }

        Row forgotten(Instant now) {
            return new Row(
                    new OwedLink.Oblivion(owed.record(), owed.link()),
                    event,
                    state == State.GONE ? State.GONE : State.WAITING,
                    now,
                    toldAt,
                    0,
                    Optional.empty());
        }

        Row as(State other, Instant due, int failed, Optional<Reason> why) {
            Optional<Instant> told = other == State.TOLD ? Optional.of(due) : toldAt;
            return new Row(owed, event, other, due, told, failed, why);
        }
    }

    /// The record that somebody who came by this link is written into.
    static Optional<InviteeId> recordOf(MemoryStore.Tables tables, LinkId link) {
        return tables.minted.values().stream()
                .filter(row -> row.owed().link().equals(link) && row.state() != State.GONE)
                .filter(row -> row.owed() instanceof OwedLink.Address)
                .map(row -> row.owed().record())
                .findFirst();
    }

    /// Whoever came by an invitation is written into its record until they are known by our key.
    static OwedAttendee toSend(MemoryStore.Tables tables, MemoryRow row) {
        OwedAttendee owed = row.owed();
        return row.arrival().isPresent()
                ? owed
                : owed.into(tables.linkOf(owed.id()).flatMap(link -> recordOf(tables, link)));
    }

    /// Where the record of whoever was sent is no more, they are owed as everybody else.
    static void heed(MemoryStore.Tables tables, OwedAttendee sent, Receipt receipt, int row) {
        if (receipt instanceof Receipt.Answered(var answers)
                && answers.get(row) instanceof RowAnswer.Wait(var why, _)
                && why.isRecordGone()) {
            sent.invitee().ifPresent(one -> gone(tables, one));
        }
    }

    private static void gone(MemoryStore.Tables tables, InviteeId record) {
        var _ =
                tables.minted.computeIfPresent(
                        record, (_, row) -> row.as(State.GONE, row.dueAt(), 0, Optional.empty()));
    }

    @Override
    public Optional<LinkBatch> take(BatchRule rule) {
        synchronized (store) {
            return store.orgs.entrySet().stream()
                    .flatMap(
                            org ->
                                    org.getValue().minted.values().stream()
                                            .filter(this::isDue)
                                            .map(Row::event)
                                            .distinct()
                                            .flatMap(event -> take(org.getKey(), event, rule)))
                    .findFirst();
        }
    }

    private boolean isDue(Row row) {
        return row.state() == State.WAITING && !row.dueAt().isAfter(clock.instant());
    }

    private Stream<LinkBatch> take(OrgId org, EventId event, BatchRule rule) {
        MemoryStore.Tables tables = store.of(org);
        Instant now = clock.instant();
        MemoryLane lane = tables.lanes.getOrDefault(event, MemoryLane.FREE);
        boolean paced = tables.linksFree.getOrDefault(event, Instant.MIN).isAfter(now);
        if (paced || now.isBefore(lane.leasedUntil()) || now.isBefore(lane.nextCallAt())) {
            return Stream.empty();
        }
        List<OwedLink> links =
                tables.minted.values().stream()
                        .filter(row -> row.event().equals(event) && isDue(row))
                        .limit(rule.max())
                        .map(Row::owed)
                        .toList();
        long attempt = lane.attempt() + 1;
        tables.lanes.put(
                event, new MemoryLane(attempt, now.plus(Outbox.LEASE), lane.nextCallAt(), false));
        tables.linksFree.put(event, now.plus(rule.pace()));
        return Stream.of(new LinkBatch(new Lease(org, event, attempt), links));
    }

    @Override
    public void settle(LinkBatch batch, Receipt receipt) {
        synchronized (store) {
            MemoryStore.Tables tables = store.of(batch.org());
            EventId event = batch.lease().event();
            MemoryLane lane = tables.lanes.getOrDefault(event, MemoryLane.FREE);
            if (!lane.isHeldUnder(batch.lease())) {
                return;
            }
            tables.lanes.put(event, lane.settled());
            if (!(receipt instanceof Receipt.Answered(var answers))) {
                tables.linksFree.put(event, clock.instant().plus(AGAIN));
                return;
            }
            for (int i = 0; i < answers.size(); i++) {
                OwedLink sent = batch.links().get(i);
                Row row = tables.minted.get(sent.record());
                if (row != null && row.owed().equals(sent) && row.state() == State.WAITING) {
                    tables.minted.put(sent.record(), settled(row, answers.get(i)));
                }
            }
        }
    }

    private Row settled(Row row, RowAnswer answer) {
        Instant now = clock.instant();
        int failed = row.failures() + 1;
        return switch (answer) {
            case RowAnswer.Sent _ -> row.as(State.TOLD, now, 0, Optional.empty());
            case RowAnswer.Wait(var reason, _) when reason.isRecordGone() ->
                    row.as(State.GONE, now, 0, Optional.of(reason));
            case RowAnswer.Wait(var reason, var patience) ->
                    row.as(
                            patience.isOver(failed) ? State.SET_ASIDE : State.WAITING,
                            now.plus(patience.after(failed, 0)),
                            failed,
                            Optional.of(reason));
            case RowAnswer.Refused(var reason) ->
                    row.as(State.SET_ASIDE, now, failed, Optional.of(reason));
        };
    }

    @Override
    public List<SetAside> setAside(OrgId org, int limit) {
        synchronized (store) {
            return rows(org, State.SET_ASIDE).limit(limit).map(MemoryOwedLinks::view).toList();
        }
    }

    private Stream<Row> rows(OrgId org, State state) {
        return store.of(org).minted.values().stream().filter(row -> row.state() == state);
    }

    private static SetAside view(Row row) {
        Reason reason = row.reason().orElseThrow();
        return new SetAside(
                row.owed().record(),
                row.event(),
                reason.code(),
                reason.fields(),
                row.failures(),
                row.dueAt());
    }

    @Override
    public int replay(OrgId org, Optional<InviteeId> record) {
        synchronized (store) {
            List<Row> again =
                    rows(org, State.SET_ASIDE)
                            .filter(row -> record.map(row.owed().record()::equals).orElse(true))
                            .toList();
            Instant now = clock.instant();
            again.forEach(
                    row ->
                            store.of(org)
                                    .minted
                                    .put(
                                            row.owed().record(),
                                            row.as(State.WAITING, now, 0, Optional.empty())));
            return again.size();
        }
    }

    @Override
    public Tally tally(OrgId org) {
        synchronized (store) {
            return new Tally(
                    rows(org, State.WAITING).count(),
                    rows(org, State.TOLD).count(),
                    rows(org, State.SET_ASIDE).count(),
                    rows(org, State.GONE).count());
        }
    }
}
