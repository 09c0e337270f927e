package io.turnout.application.publishing;

import io.turnout.application.publishing.CatalogPolls.Outcome;
import io.turnout.application.publishing.CatalogPolls.Poll;
import io.turnout.application.publishing.OrgCatalog.Answer;
import io.turnout.application.publishing.OrgCatalog.Changes;
import io.turnout.application.publishing.OrgCatalog.Deletions;
import io.turnout.application.publishing.OrgCatalog.Listed;
import io.turnout.application.publishing.Refreshes.Cause;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Comparison;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.Publication;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One org is asked what changed in it, and what does not look as it is kept is wanted again.
/// This closes every gap that lost nudges leave.
public final class PollCatalogs {
    /// A poll that needs more lists all that is published instead, which takes fewer calls.
    private static final int CALLS_MAX = 20;

    private final CatalogPolls polls;
    private final OrgCatalog catalog;
    private final Refreshes refreshes;
    private final EventPages pages;

    public PollCatalogs(
            CatalogPolls polls, OrgCatalog catalog, Refreshes refreshes, EventPages pages) {
        this.polls = polls;
        this.catalog = catalog;
        this.refreshes = refreshes;
        this.pages = pages;
    }

    /// Whether any org was due.
    public boolean poll() {
        Optional<Poll> taken = polls.take();
        taken.ifPresent(poll -> polls.settle(poll, ask(poll)));
        return taken.isPresent();
    }

    private Outcome ask(Poll poll) {
        if (poll.listing().isEmpty()) {
            return changes(poll);
        }
        // The marks come before the list, so that nothing falls between the two.
        return switch (catalog.newest(poll.org())) {
            case Answer.Failed<Marks>(var why) -> new Outcome.Failed(why);
            case Answer.Said<Marks>(var marks) -> list(poll.org(), marks);
        };
    }

    /// Wants everything that is published or shown, one by one.
    private Outcome list(OrgId org, Marks marks) {
        refreshes.wantKept(org);
        Optional<EventId> after = Optional.empty();
        while (true) {
            switch (catalog.published(org, after)) {
                case Answer.Failed<Listed>(var why) -> {
                    return new Outcome.Failed(why);
                }
                case Answer.Said<Listed>(Listed(var events, var more)) -> {
                    int _ = refreshes.want(org, events, Cause.SWEEP);
                    if (!more || events.isEmpty()) {
                        return new Outcome.Read(marks, Set.of(), marks.newest(), false, false);
                    }
                    after = Optional.of(events.getLast());
                }
            }
        }
    }

    private Outcome changes(Poll poll) {
        News news = new News(poll);
        Marks from = poll.marks().overlapping();
        for (int call = 0; call < CALLS_MAX; call++) {
            switch (catalog.changes(poll.org(), from)) {
                case Answer.Failed<Changes>(var why) -> {
                    return new Outcome.Failed(why);
                }
                case Answer.Said<Changes>(var changes) -> {
                    news.look(changes.rows());
                    from = changes.reached();
                    if (!changes.more()) {
                        return deletions(poll, news, poll.marks().furthest(from));
                    }
                }
            }
        }
        return new Outcome.Read(poll.marks(), poll.seen(), Optional.empty(), true, true);
    }

    private Outcome deletions(Poll poll, News news, Marks marks) {
        if (poll.deletedSince().isEmpty()) {
            return new Outcome.Read(marks, news.seen, Optional.empty(), news.untold, false);
        }
        return switch (catalog.deleted(poll.org(), poll.deletedSince().get())) {
            case Answer.Failed<Deletions>(var why) -> new Outcome.Failed(why);
            case Answer.Said<Deletions>(var deletions) -> {
                news.want(Set.copyOf(pages.showing(poll.org(), deletions.records()).values()));
                yield new Outcome.Read(
                        marks,
                        news.seen,
                        deletions.until(),
                        news.untold,
                        deletions.until().isEmpty());
            }
        };
    }

    /// What one poll found that is not as it is kept.
    private final class News {
        private static final int SEEN_MAX = 1_000;

        private final Poll poll;
        private final Set<String> seen = new HashSet<>();
        private boolean untold;

        News(Poll poll) {
            this.poll = poll;
        }

        void look(List<ChangedRow> rows) {
            Map<String, EventId> shown =
                    pages.showing(poll.org(), rows.stream().map(ChangedRow::id).toList());
            Set<EventId> named =
                    rows.stream().flatMap(row -> row.event().stream()).collect(Collectors.toSet());
            Map<EventId, Publication> kept = pages.kept(poll.org(), named);
            Set<EventId> troubled = refreshes.troubled(poll.org(), named);
            Set<EventId> stale = new HashSet<>();
            for (ChangedRow row : rows) {
                Set<EventId> touched =
                        Stream.concat(
                                        moved(row, shown),
                                        row.event().stream()
                                                .filter(
                                                        event ->
                                                                Comparison.differs(
                                                                        row,
                                                                        Optional.ofNullable(
                                                                                kept.get(event)),
                                                                        troubled.contains(event))))
                                .collect(Collectors.toSet());
                if (!touched.isEmpty() && isNews(row)) {
                    stale.addAll(touched);
                }
            }
            want(stale);
        }

        /// The event that shows a row as its own which now is another's, or nobody's.
        private Stream<EventId> moved(ChangedRow row, Map<String, EventId> shown) {
            return Stream.ofNullable(shown.get(row.id()))
                    .filter(event -> !row.event().equals(Optional.of(event)));
        }

        /// Polls overlap: what was wanted for this very writing need not be wanted again.
        private boolean isNews(ChangedRow row) {
            if (seen.size() < SEEN_MAX) {
                seen.add(row.print());
            }
            return !poll.seen().contains(row.print());
        }

        void want(Set<EventId> stale) {
            if (!stale.isEmpty()) {
                untold |= refreshes.want(poll.org(), stale, Cause.SWEEP) > 0;
            }
        }
    }
}
