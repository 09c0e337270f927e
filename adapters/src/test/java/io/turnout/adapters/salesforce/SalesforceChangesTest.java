package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.publishing.OrgCatalog.Changes;
import io.turnout.application.publishing.OrgCatalog.Deletions;
import io.turnout.application.publishing.OrgCatalog.Listed;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.EventItem;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.event.SessionId;
import io.turnout.domain.publishing.ChangedRow;
import io.turnout.domain.publishing.Marks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What was written, published and deleted in an org.
class SalesforceChangesTest extends CatalogOfAnOrg {
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
