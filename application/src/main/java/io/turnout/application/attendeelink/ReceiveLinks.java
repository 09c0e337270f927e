package io.turnout.application.attendeelink;

import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.LinkUploads.Progress;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.RefusedRow;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.attendeelink.UploadRow.Ending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// Takes in the rows of an upload, however many: they are read, sealed and kept part by part, and
/// never more than a few parts are at hand (A20, A22, A23).
public final class ReceiveLinks {
    private final LinkUploads uploads;
    private final Vault vault;
    private final Executor aside;

    /// @param aside where parts are sealed and kept, as many at once as it has room for
    public ReceiveLinks(LinkUploads uploads, Vault vault, Executor aside) {
        this.uploads = uploads;
        this.vault = vault;
        this.aside = aside;
    }

    /// Takes in `rows`, of which the first is number `first` of the whole; those that were kept
    /// before are passed over. What was read whole is kept, however it ends; an upload of which all
    /// came is finished, unless this body ends before what is kept already.
    ///
    /// @param rows what comes next, read as it is asked for, which never takes longer than a minute
    public Answer receive(UploadKey key, long first, Supplier<UploadRow> rows) {
        if (!vault.serves(key.org())) {
            return new Answer.Elsewhere();
        }
        return switch (uploads.claim(key)) {
            case Claiming.Claimed(var claim, var next) ->
                    first > next ? gap(claim, next) : received(claim, next, first, rows);
            case Claiming.Busy() -> new Answer.Busy();
            case Claiming.Finished() -> new Answer.Finished();
            case Claiming.Unknown() -> new Answer.Unknown();
            case Claiming.Elsewhere() -> new Answer.Elsewhere();
        };
    }

    private Answer gap(UploadClaim claim, long next) {
        uploads.release(claim);
        return new Answer.Gap(next);
    }

    private Answer received(UploadClaim claim, long next, long first, Supplier<UploadRow> rows) {
        return switch (brought(claim, next, first, rows)) {
            case Reception.Outcome.Ended(var how) ->
                    uploads.find(claim.key())
                            .<Answer>map(upload -> new Answer.Received(upload, how))
                            .orElseGet(Answer.Unknown::new);
            case Reception.Outcome.Lost() -> new Answer.Busy();
            case Reception.Outcome.Elsewhere() -> new Answer.Elsewhere();
        };
    }

    private Reception.Outcome brought(
            UploadClaim claim, long next, long first, Supplier<UploadRow> rows) {
        try {
            Reception reception = new Reception(uploads, claim, new LinkSeal(vault), aside, next);
            Reception.Outcome outcome = reception.receive(first, rows);
            if (reception.hasAll() && outcome.equals(new Reception.Outcome.Ended(Ending.WHOLE))) {
                uploads.finish(claim);
            }
            return outcome;
        } finally {
            uploads.release(claim);
        }
    }

    /// What became of it.
    public sealed interface Answer {
        /// It ended so, and stands like this.
        record Received(LinkUpload upload, Ending how) implements Answer {}

        /// Rows are missing before these: number `next` comes first.
        record Gap(long next) implements Answer {}

        /// Another brings rows of it.
        record Busy() implements Answer {}

        /// All of it came before.
        record Finished() implements Answer {}

        /// It was not begun, or its ticket ran out.
        record Unknown() implements Answer {}

        /// The org is not at home here, or moves this instant. What was kept before is kept.
        record Elsewhere() implements Answer {}
    }

    /// One sender's rows on their way in: while a part is read, those before it are sealed and
    /// kept, in their order.
    private static final class Reception {
        /// How many parts are sealed and kept, or wait for it, beside the one that is read.
        private static final int AHEAD = 2;

        private final LinkUploads uploads;
        private final UploadClaim claim;
        private final LinkSeal seal;
        private final Executor aside;
        private final Deque<CompletableFuture<Progress>> ahead = new ArrayDeque<>();
        private CompletableFuture<Progress> keeping =
                CompletableFuture.completedFuture(Progress.KEPT);
        private final long next;
        private long seen;
        private long last;
        private long from;
        private List<Link> links = new ArrayList<>();
        private List<RefusedRow> refused = new ArrayList<>();
        private long dropped;

        /// @param next the number of the first row that is not kept
        Reception(
                LinkUploads uploads, UploadClaim claim, LinkSeal seal, Executor aside, long next) {
            this.uploads = uploads;
            this.claim = claim;
            this.seal = seal;
            this.aside = aside;
            this.next = next;
            this.from = next;
            this.last = next - 1;
        }

        /// How it ended.
        sealed interface Outcome {
            record Ended(Ending how) implements Outcome {}

            /// Another brings rows since.
            record Lost() implements Outcome {}

            record Elsewhere() implements Outcome {}
        }

        /// Whether a body that ends here has all the rows that are kept, and one at least.
        boolean hasAll() {
            return seen >= Math.max(1, next - 1);
        }

        Outcome receive(long first, Supplier<UploadRow> rows) {
            seen = first - 1;
            while (true) {
                Optional<Outcome> over = Optional.empty();
                switch (rows.get()) {
                    case UploadRow.Good(var link, var besides) -> {
                        if (isNew()) {
                            links.add(link);
                            count(besides);
                        }
                    }
                    case UploadRow.Bad(var fault, var besides) -> {
                        if (isNew()) {
                            refused.add(new RefusedRow(seen, fault));
                            count(besides);
                        }
                    }
                    case UploadRow.Pause() -> over = keepAll();
                    case UploadRow.End(var how) ->
                            over = Optional.of(keepAll().orElseGet(() -> new Outcome.Ended(how)));
                }
                if (over.isEmpty() && links.size() + refused.size() == AttendeeLinks.KEEP_MAX) {
                    over = handOver();
                }
                if (over.isPresent()) {
                    return over.get();
                }
            }
        }

        private boolean isNew() {
            seen++;
            return seen >= next;
        }

        private void count(int besides) {
            last = seen;
            dropped += besides;
        }

        /// Has the rows at hand sealed and, after those before, kept; waits while too many are.
        private Optional<Outcome> handOver() {
            List<Link> theLinks = links;
            List<RefusedRow> theRefused = refused;
            long start = from;
            long theDropped = dropped;
            CompletableFuture<UploadPart> part =
                    CompletableFuture.supplyAsync(
                            () -> sealed(start, theLinks, theRefused, theDropped), aside);
            keeping = keeping.thenCombineAsync(part, this::kept, aside);
            ahead.add(keeping);
            from = last + 1;
            links = new ArrayList<>();
            refused = new ArrayList<>();
            dropped = 0;
            return ahead.size() > AHEAD ? settled() : Optional.empty();
        }

        private UploadPart sealed(
                long start, List<Link> some, List<RefusedRow> others, long besides) {
            return new UploadPart(
                    start,
                    some.stream().map(link -> seal.seal(claim.key().org(), link)).toList(),
                    others,
                    besides);
        }

        private Optional<Outcome> keepAll() {
            Optional<Outcome> over =
                    links.isEmpty() && refused.isEmpty() ? Optional.empty() : handOver();
            while (over.isEmpty() && !ahead.isEmpty()) {
                over = settled();
            }
            return over;
        }

        private Progress kept(Progress before, UploadPart part) {
            return before == Progress.KEPT ? uploads.keep(claim, part) : before;
        }

        private Optional<Outcome> settled() {
            return switch (ahead.remove().join()) {
                case KEPT -> Optional.empty();
                case LOST -> Optional.of(new Outcome.Lost());
                case ELSEWHERE -> Optional.of(new Outcome.Elsewhere());
            };
        }
    }
}
