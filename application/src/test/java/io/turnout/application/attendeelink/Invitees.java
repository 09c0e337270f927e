package io.turnout.application.attendeelink;

import io.turnout.application.attendeelink.LinkPolls.Minted;
import io.turnout.application.attendeelink.LinkPolls.Outcome;
import io.turnout.application.attendeelink.LinkPolls.Poll;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Whom an org invites, by hand. Turns are handed out for every org, so what other tests left over
/// is ended on the way to the one that is looked for.
public record Invitees(Storage storage, Fair fair) {
    static final BatchRule RULE = new BatchRule(1, Duration.ZERO, 200, Duration.ofSeconds(2));
    static final Duration LEASE_LOST = Outbox.LEASE.plusSeconds(5);

    private static final int ORGS_MAX = 1_000;
    private static final AtomicInteger NEXT = new AtomicInteger();

    public static InviteeId someone() {
        return new InviteeId("a04%012d".formatted(NEXT.incrementAndGet()));
    }

    /// In the order of their ids.
    public static List<InviteeId> some(int count) {
        return IntStream.range(0, count).mapToObj(_ -> someone()).toList();
    }

    public LinkId link(InviteeId record) {
        return LinkId.of(fair.event(), record.value());
    }

    Minted minted(InviteeId record) {
        return new Minted(
                record,
                new SealedLink(
                        link(record),
                        new Reference(record.value()),
                        fair.event(),
                        1,
                        new Sealed(new byte[] {1}, new byte[] {2}),
                        new byte[] {3}));
    }

    Outcome read(List<InviteeId> records) {
        return new Outcome.Read(records.stream().map(this::minted).toList(), 0, Optional.empty());
    }

    Optional<Poll> take() {
        for (int i = 0; i < ORGS_MAX; i++) {
            Optional<Poll> poll = storage.linkPolls().take();
            if (poll.isEmpty() || poll.get().org().equals(fair.org())) {
                return poll;
            }
            storage.linkPolls().settle(poll.get(), new Outcome.Unwanted("another test's"));
        }
        throw new IllegalStateException("polls do not run dry");
    }

    /// They have links now, whose addresses are owed.
    public List<InviteeId> mint(int count) {
        List<InviteeId> records = some(count);
        mint(records);
        return records;
    }

    public void mint(List<InviteeId> records) {
        storage.linkPolls().watch(fair.org());
        storage.elapse(Duration.ofHours(1));
        storage.linkPolls().settle(take().orElseThrow(), read(records));
    }

    Optional<LinkBatch> takeOwed() {
        for (int i = 0; i < ORGS_MAX; i++) {
            Optional<LinkBatch> batch = storage.owedLinks().take(RULE);
            if (batch.isEmpty() || batch.get().org().equals(fair.org())) {
                return batch;
            }
            storage.owedLinks().settle(batch.get(), told(batch.get()));
        }
        throw new IllegalStateException("links do not run dry");
    }

    static Receipt told(LinkBatch batch) {
        return answered(batch, new RowAnswer.Sent("a04000000000001", false));
    }

    static Receipt answered(LinkBatch batch, RowAnswer all) {
        return new Receipt.Answered(Collections.nCopies(batch.links().size(), all));
    }

    /// All that is owed is told.
    public void tellAll() {
        for (Optional<LinkBatch> batch = takeOwed(); batch.isPresent(); batch = takeOwed()) {
            storage.owedLinks().settle(batch.get(), told(batch.get()));
            storage.elapse(RULE.pace());
        }
    }
}
