package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.Pulled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What orgs publish, over Salesforce's REST API. Events, items and sessions are asked for
/// together: as a rule one call, whatever it is about.
public final class SalesforceOrgCatalog implements OrgCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceOrgCatalog.class);

    /// Deleted rows are told for so long; asked in time, there is a day to spare.
    private static final Duration TELLS_DELETED = Duration.ofDays(14);

    private final OrgCalls calls;
    private final SalesforceConnections connections;
    private final InstantSource clock;

    public SalesforceOrgCatalog(
            OrgCalls calls, SalesforceConnections connections, InstantSource clock) {
        this.calls = calls;
        this.connections = connections;
        this.clock = clock;
    }

    private <T> Answer<T> ask(
            OrgId org, BiFunction<SalesforceConnection, OrgQuestions, Outcome<T>> question) {
        Outcome<T> outcome;
        try {
            outcome =
                    connections
                            .of(org)
                            .map(
                                    to ->
                                            question.apply(
                                                    to,
                                                    new OrgQuestions(
                                                            calls, to, CallKind.CATALOGUE)))
                            .orElseGet(() -> new Outcome.Failed<>("the org is not connected"));
        } catch (RuntimeException broken) {
            // The port promises not to throw. The message may hold a value: only its kind is kept.
            String kind = broken.getClass().getSimpleName();
            outcome = new Outcome.Failed<>("a fault of our own: " + kind);
        }
        return switch (outcome) {
            case Outcome.Said<T>(var value) -> new Answer.Said<>(value);
            case Outcome.Failed<T>(var why) -> {
                LOG.warn("the catalogue of {} was not read: {}", org, why);
                yield new Answer.Failed<>(why);
            }
        };
    }

    @Override
    public Answer<List<Pulled>> pull(OrgId org, List<EventId> events) {
        if (events.isEmpty() || events.size() > EVENTS_MAX) {
            throw new IllegalArgumentException("1 to " + EVENTS_MAX + " events at a time");
        }
        return ask(
                org,
                (to, questions) -> {
                    var queries = new CatalogQueries(to.mapping());
                    var reader = new CatalogReader(org, to.mapping());
                    return questions
                            .rows(
                                    "query",
                                    parts(queries)
                                            .map(p -> CatalogQueries.rows(p, events))
                                            .toList())
                            .map(rows -> PulledRows.of(rows, queries).read(events, reader));
                });
    }

    private static Stream<CatalogQueries.Part> parts(CatalogQueries queries) {
        return Stream.of(queries.events(), queries.items(), queries.sessions());
    }

    @Override
    public Answer<Listed> published(OrgId org, Optional<EventId> after) {
        return ask(
                org,
                (to, questions) ->
                        questions
                                .rows(new CatalogQueries(to.mapping()).published(after))
                                .map(SalesforceOrgCatalog::listed));
    }

    private static Listed listed(List<JsonNode> rows) {
        return new Listed(
                rows.stream().map(CatalogReader::id).map(EventId::new).toList(),
                rows.size() >= CatalogQueries.PAGE);
    }

    @Override
    public Answer<Marks> newest(OrgId org) {
        return ask(
                org,
                (to, questions) ->
                        questions
                                .rows(
                                        "queryAll",
                                        parts(new CatalogQueries(to.mapping()))
                                                .map(CatalogQueries::newest)
                                                .toList())
                                .map(
                                        rows ->
                                                new Marks(
                                                        first(rows.get(0)),
                                                        first(rows.get(1)),
                                                        first(rows.get(2)))));
    }

    private static Optional<Marks.Place> first(List<JsonNode> rows) {
        return rows.stream().findFirst().map(CatalogReader::stamp).map(Marks.Place::from);
    }

    @Override
    public Answer<Changes> changes(OrgId org, Marks from) {
        return ask(
                org,
                (to, questions) -> {
                    var queries = new CatalogQueries(to.mapping());
                    var reader = new CatalogReader(org, to.mapping());
                    return questions
                            .rows(
                                    "queryAll",
                                    List.of(
                                            CatalogQueries.changes(queries.events(), from.events()),
                                            CatalogQueries.changes(queries.items(), from.items()),
                                            CatalogQueries.changes(
                                                    queries.sessions(), from.sessions())))
                            .map(rows -> changes(rows, from, reader));
                });
    }

    private static Changes changes(List<List<JsonNode>> rows, Marks from, CatalogReader reader) {
        List<ChangedRow> changed = new ArrayList<>();
        add(changed, rows.get(0), reader::changedEvent);
        add(changed, rows.get(1), reader::changedItem);
        add(changed, rows.get(2), reader::changedSession);
        return new Changes(
                changed,
                new Marks(
                        reached(rows.get(0), from.events()),
                        reached(rows.get(1), from.items()),
                        reached(rows.get(2), from.sessions())),
                rows.stream().anyMatch(page -> page.size() >= CatalogQueries.PAGE));
    }

    private static void add(
            List<ChangedRow> all, List<JsonNode> rows, Function<JsonNode, ChangedRow> read) {
        rows.stream().map(read).forEach(all::add);
    }

    private static Optional<Marks.Place> reached(List<JsonNode> rows, Optional<Marks.Place> from) {
        return rows.isEmpty()
                ? from
                : Optional.of(
                        new Marks.Place(
                                CatalogReader.stamp(rows.getLast()),
                                Optional.of(CatalogReader.id(rows.getLast()))));
    }

    @Override
    public Answer<Deletions> deleted(OrgId org, Instant since) {
        Instant now = clock.instant();
        if (since.isBefore(now.minus(TELLS_DELETED))) {
            return new Answer.Said<>(DeletedRows.UNTOLD);
        }
        return ask(
                org,
                (to, questions) -> {
                    var asked = new DeletedRows(since, now);
                    return questions
                            .together(
                                    parts(new CatalogQueries(to.mapping()))
                                            .map(part -> asked.path(part.object()))
                                            .toList())
                            .map(asked::read);
                });
    }
}
