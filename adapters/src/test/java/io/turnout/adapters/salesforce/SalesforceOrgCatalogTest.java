package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.OrgCatalog.Answer;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.Event;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.EventSession;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.publishing.Publication;
import io.turnout.domain.publishing.Pulled;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Events as they are read whole.
class SalesforceOrgCatalogTest extends CatalogOfAnOrg {
    private Pulled pulled(EventId event) {
        return said(catalog.pull(ACME, List.of(event))).getFirst();
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
}
