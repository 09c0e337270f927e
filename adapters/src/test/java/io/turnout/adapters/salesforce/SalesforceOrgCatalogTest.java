package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.OrgCatalog.Answer;
import io.turnout.application.publishing.OrgCatalog.Changes;
import io.turnout.application.publishing.OrgCatalog.Deletions;
import io.turnout.application.publishing.OrgCatalog.Listed;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Marks;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.publishing.Pulled;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the catalogue of an org is, read over HTTP from the simulator.
class SalesforceOrgCatalogTest {
    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private final SimulatedSalesforce salesforce = new SimulatedSalesforce();
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final OrgCatalog catalog =
            new SalesforceOrgCatalog(
                    TestConnections.calls(client, InstantSource.system()),
                    salesforce.connections(),
                    InstantSource.system());
    private final Organiser organiser = new Organiser(salesforce, ACME);

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private static Map<String, Object> fair() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("Name", "Łódź & \"Söhne\" fair");
        fields.put("Starts_At__c", START.toString());
        fields.put("Ends_At__c", START.plusSeconds(3_600).toString());
        fields.put("Time_Zone__c", "Europe/Warsaw");
        fields.put("Published__c", true);
        fields.put("Capacity__c", 20);
        return fields;
    }

    private EventId publish(Map<String, Object> fields) {
        return new EventId(organiser.create("Event__c", fields));
    }

    private ItemId item(EventId event, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("Event__c", event.value()));
        fields.put("Name", "Ticket");
        fields.putAll(more);
        return new ItemId(organiser.create("Event_Item__c", fields));
    }

    private SessionId session(EventId event, Instant from, Instant to) {
        return new SessionId(
                organiser.create(
                        "Session__c",
                        Map.of(
                                "Event__c", event.value(),
                                "Name", "Workshop",
                                "Starts_At__c", from.toString(),
                                "Ends_At__c", to.toString(),
                                "Capacity__c", 6)));
    }

    private static <T> T said(Answer<T> answer) {
        return switch (answer) {
            case Answer.Said<T>(var value) -> value;
            case Answer.Failed<T>(var why) -> throw new AssertionError(why);
        };
    }

    private Pulled pulled(EventId event) {
        return said(catalog.pull(ACME, List.of(event))).getFirst();
    }

    private int calls() {
        return salesforce.calls(ACME, "/composite").size()
                + salesforce.calls(ACME, "/query").size();
    }

    @Test
    void an_event_is_read_whole_in_one_call() {
        EventId event = publish(fair());
        ItemId ticket = item(event, Map.of("Price__c", 12.5, "Capacity__c", 15));
        ItemId free = item(event, Map.of());
        SessionId workshop = session(event, START, START.plusSeconds(600));
        int before = calls();

        Pulled pulled = pulled(event);

        assertThat(calls()).isEqualTo(before + 1);
        assertThat(pulled).isInstanceOf(Pulled.Published.class);
        Publication publication = ((Pulled.Published) pulled).publication();
        Event read = publication.event();
        assertThat(read.name()).isEqualTo("Łódź & \"Söhne\" fair");
        assertThat(read.startsAt()).isEqualTo(START);
        assertThat(read.timeZone()).isEqualTo(ZoneId.of("Europe/Warsaw"));
        assertThat(read.items())
                .containsExactlyInAnyOrder(
                        new EventItem(ticket, "Ticket", new BigDecimal("12.50")),
                        new EventItem(free, "Ticket", BigDecimal.ZERO));
        assertThat(read.sessions())
                .containsExactly(
                        new EventSession(workshop, "Workshop", START, START.plusSeconds(600)));
        assertThat(publication.seats())
                .isEqualTo(
                        Map.of(
                                RoomId.of(event), new Seats.Limited(20),
                                RoomId.of(ticket), new Seats.Limited(15),
                                RoomId.of(free), new Seats.Unlimited(),
                                RoomId.of(workshop), new Seats.Limited(6)));
    }

    @Test
    void twenty_events_are_one_call_too() {
        List<EventId> events = new ArrayList<>();
        IntStream.range(0, OrgCatalog.EVENTS_MAX).forEach(_ -> events.add(publish(fair())));
        int before = calls();

        List<Pulled> pulled = said(catalog.pull(ACME, events));

        assertThat(calls()).isEqualTo(before + 1);
        assertThat(pulled).extracting(Pulled::event).isEqualTo(events);
        assertThat(pulled).allMatch(Pulled.Published.class::isInstance);
    }

    @Test
    void more_rows_than_a_page_has_are_read_to_the_end() {
        EventId event = publish(fair());
        organiser.createAll(
                "Event_Item__c",
                IntStream.range(0, 2_100)
                        .<Map<String, Object>>mapToObj(
                                i -> Map.of("Event__c", event.value(), "Name", "Item " + i))
                        .toList());

        assertThat(pulled(event))
                .isInstanceOfSatisfying(
                        Pulled.Unfit.class,
                        unfit -> {
                            assertThat(unfit.trouble().why()).contains("more than 200 items");
                            assertThat(unfit.trouble().fields()).contains("Event_Item__c");
                        });
    }

    @Test
    void what_is_not_published_deleted_or_unknown_is_withdrawn() {
        EventId event = publish(fair());
        organiser.change("Event__c", event.value(), Map.of("Published__c", false));
        EventId deleted = publish(fair());
        organiser.delete("Event__c", deleted.value());
        EventId unknown = Ids.event();

        assertThat(said(catalog.pull(ACME, List.of(event, deleted, unknown))))
                .containsExactly(
                        new Pulled.Withdrawn(event),
                        new Pulled.Withdrawn(deleted),
                        new Pulled.Withdrawn(unknown));
    }

    @Test
    void what_makes_no_event_is_told_with_the_fields_to_mend() {
        unfit(Map.of("Ends_At__c", START.minusSeconds(1).toString()), "before", "Ends_At__c");
        unfit(Map.of("Time_Zone__c", "Mars/Olympus"), "time zone", "Time_Zone__c");
        unfit(Map.of("Capacity__c", -1), "capacity", "Capacity__c");
        unfit(Map.of("Capacity__c", 10_000_001), "capacity", "Capacity__c");
        Map<String, Object> endless = fair();
        endless.remove("Ends_At__c");
        assertThat(pulled(publish(endless))).isInstanceOf(Pulled.Unfit.class);
        EventId priced = publish(fair());
        var _ = item(priced, Map.of("Price__c", -5));
        assertThat(pulled(priced)).isInstanceOf(Pulled.Unfit.class);
        EventId backwards = publish(fair());
        var _ = session(backwards, START, START.minusSeconds(60));
        assertThat(pulled(backwards)).isInstanceOf(Pulled.Unfit.class);
    }

    private void unfit(Map<String, Object> change, String why, String field) {
        Map<String, Object> fields = fair();
        fields.putAll(change);
        assertThat(pulled(publish(fields)))
                .isInstanceOfSatisfying(
                        Pulled.Unfit.class,
                        unfit -> {
                            assertThat(unfit.trouble().why()).contains(why);
                            assertThat(unfit.trouble().fields()).contains(field);
                        });
    }

    @Test
    void an_empty_capacity_and_zone_are_unlimited_and_utc() {
        Map<String, Object> fields = fair();
        fields.remove("Capacity__c");
        fields.remove("Time_Zone__c");
        EventId event = publish(fields);

        assertThat(pulled(event))
                .isInstanceOfSatisfying(
                        Pulled.Published.class,
                        it -> {
                            assertThat(it.publication().seats())
                                    .containsEntry(RoomId.of(event), new Seats.Unlimited());
                            assertThat(it.publication().event().timeZone().getId()).isEqualTo("Z");
                        });
    }

    @Test
    void a_salesforce_that_is_away_is_a_failure_and_no_withdrawal() {
        EventId event = publish(fair());
        salesforce.order("{\"kind\":\"outage\",\"seconds\":60}");

        assertThat(catalog.pull(ACME, List.of(event))).isInstanceOf(Answer.Failed.class);
        assertThat(catalog.newest(ACME)).isInstanceOf(Answer.Failed.class);
        assertThat(catalog.pull(Ids.org(), List.of(event)))
                .isEqualTo(new Answer.Failed<>("the org is not connected"));
    }

    @Test
    void what_changed_is_told_from_a_mark_on_with_what_it_says_now() {
        EventId event = publish(fair());
        ItemId ticket = item(event, Map.of("Capacity__c", 15));
        Marks mark = said(catalog.newest(ACME));
        organiser.change("Event__c", event.value(), Map.of("Registered__c", 3));
        organiser.change("Event_Item__c", ticket.value(), Map.of("Capacity__c", 16));
        SessionId workshop = session(event, START, START.plusSeconds(60));
        organiser.delete("Session__c", workshop.value());
        int before = calls();

        Changes changes = said(catalog.changes(ACME, mark));

        assertThat(calls()).isEqualTo(before + 1);
        assertThat(changes.more()).isFalse();
        assertThat(row(changes, event.value()).content()).isInstanceOf(ChangedRow.Head.class);
        assertThat(row(changes, ticket.value()).content())
                .isEqualTo(
                        new ChangedRow.Item(
                                new EventItem(ticket, "Ticket", BigDecimal.ZERO),
                                new Seats.Limited(16)));
        assertThat(row(changes, ticket.value()).event()).contains(event);
        assertThat(row(changes, workshop.value()).content()).isEqualTo(new ChangedRow.Gone());
        Changes again = said(catalog.changes(ACME, changes.reached()));
        assertThat(again.rows()).isEmpty();
        assertThat(again.reached()).isEqualTo(changes.reached());
    }

    private static ChangedRow row(Changes changes, String id) {
        return changes.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void more_changes_than_a_page_are_read_page_by_page_though_they_share_a_stamp() {
        Marks mark = said(catalog.newest(ACME));
        organiser.createAll(
                "Event__c",
                IntStream.range(0, 4_300)
                        .<Map<String, Object>>mapToObj(i -> Map.of("Name", "Event " + i))
                        .toList());

        List<ChangedRow> all = new ArrayList<>();
        Changes page = said(catalog.changes(ACME, mark.overlapping()));
        all.addAll(page.rows());
        int pages = 1;
        while (page.more()) {
            page = said(catalog.changes(ACME, page.reached()));
            all.addAll(page.rows());
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(all.stream().map(ChangedRow::id).distinct().count()).isEqualTo(all.size());
        assertThat(all.size()).isGreaterThanOrEqualTo(4_300);
    }

    @Test
    void published_events_are_listed_in_the_order_of_their_ids() {
        EventId one = publish(fair());
        EventId other = publish(fair());
        Map<String, Object> draft = fair();
        draft.put("Published__c", false);
        EventId hidden = publish(draft);

        Listed all = said(catalog.published(ACME, Optional.empty()));
        Listed rest = said(catalog.published(ACME, Optional.of(all.events().getFirst())));

        assertThat(all.events()).contains(one, other).doesNotContain(hidden);
        assertThat(all.more()).isFalse();
        assertThat(rest.events()).isEqualTo(all.events().subList(1, all.events().size()));
    }

    @Test
    void deleted_records_are_told_and_where_to_go_on() {
        EventId event = publish(fair());
        organiser.delete("Event__c", event.value());
        // The current minute is not covered yet.
        Instant since = Instant.now().minus(Duration.ofMinutes(10));

        Deletions deletions = said(catalog.deleted(ACME, since));

        assertThat(deletions.until()).isPresent();
        assertThat(deletions.until().orElseThrow()).isAfter(since);
        Deletions tooOld = said(catalog.deleted(ACME, since.minus(Duration.ofDays(20))));
        assertThat(tooOld).isEqualTo(new Deletions(Set.of(), Optional.empty()));
    }

    @Test
    void nothing_that_a_record_says_becomes_a_part_of_a_query() {
        assertThat(Soql.quoted("O'Neill \\ ' OR Name != '"))
                .isEqualTo("'O\\'Neill \\\\ \\' OR Name != \\''");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Soql.name("Id FROM User"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
