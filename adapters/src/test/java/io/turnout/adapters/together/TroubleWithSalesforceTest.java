package io.turnout.adapters.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.delivery.Outbox;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever Salesforce does to a call: afterwards nobody is missing, nobody is there twice, no
/// call was made that was not ours to make, and what was refused says why.
class TroubleWithSalesforceTest {
    private static final int TWO_HOURS_AT_TWELVE_A_SECOND = 86_400;

    private House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    private void in(House other) {
        house.close();
        house = other;
    }

    private void everybodyIsThereOnce(int people) {
        List<String> keys =
                house.salesforce.rows(House.ORG, "Attendee__c").stream()
                        .map(row -> row.path("External_Id__c").asText())
                        .toList();
        assertThat(keys).hasSize(people).doesNotHaveDuplicates();
        assertThat(counts()).containsExactly(0L, (long) people, 0L);
    }

    private List<Long> counts() {
        Outbox.LaneView lane = house.lane();
        return List.of(lane.waiting(), lane.sent(), lane.setAside());
    }

    @Test
    void a_cut_after_the_commit_is_repaired_by_the_same_call_once_more() {
        house.admit(450);
        house.salesforce.order("{\"kind\":\"cut-after\",\"calls\":3}");

        house.drain();

        everybodyIsThereOnce(450);
    }

    @Test
    void an_outage_of_two_hours_loses_nobody_and_is_caught_up_by_jobs() {
        house.admit(TWO_HOURS_AT_TWELVE_A_SECOND);
        assertThat(house.desk.relayOutbox().relay()).get().isInstanceOf(Receipt.Answered.class);
        house.storage.hurry(Duration.ofMinutes(1));
        house.salesforce.order("{\"kind\":\"unavailable\",\"format\":\"html\",\"calls\":1000}");
        for (int i = 0; i < 120; i++) {
            assertThat(house.desk.relayOutbox().relay()).get().isInstanceOf(Receipt.Away.class);
            house.storage.hurry(Duration.ofMinutes(1));
        }
        house.storage.elapse(Duration.ofHours(2));
        assertThat(counts()).containsExactly(TWO_HOURS_AT_TWELVE_A_SECOND - 200L, 200L, 0L);

        house.salesforce.mendAll();
        int before = house.salesforce.used(House.ORG);
        house.drain();

        everybodyIsThereOnce(TWO_HOURS_AT_TWELVE_A_SECOND);
        assertThat(house.salesforce.used(House.ORG) - before).isLessThan(150);
    }

    @Test
    void twenty_thousand_rows_fit_into_three_hundred_calls_and_not_one_more_is_made() {
        in(new House(new BudgetRule(1, 0)));
        house.salesforce.post("/orgs/" + House.ORG + "/budget", "{\"max\":300,\"used\":150}");
        house.admit(20_000);

        house.drain();

        everybodyIsThereOnce(20_000);
        assertThat(house.salesforce.used(House.ORG)).isLessThanOrEqualTo(300);
    }

    @Test
    void our_share_is_kept_even_when_that_means_to_wait() {
        in(new House(new BudgetRule(0.1, 0)));
        house.salesforce.post("/orgs/" + House.ORG + "/budget", "{\"max\":100,\"used\":0}");
        house.admit(3_000);

        house.drain();

        everybodyIsThereOnce(3_000);
        assertThat(house.salesforce.calls(House.ORG, "/composite/")).hasSize(15);
    }

    @Test
    void a_storm_of_locks_passes_and_leaves_nobody_behind() {
        house.salesforce.post("/orgs/" + House.ORG + "/limits", "{\"lockWaitMillis\":20}");
        house.admit(600);
        house.salesforce.order(
                "{\"kind\":\"lock\",\"id\":\"%s\",\"seconds\":600}".formatted(house.fair.event()));
        for (int i = 0; i < 5; i++) {
            var _ = house.desk.relayOutbox().relay();
            house.storage.elapse(Duration.ofMinutes(1));
        }
        assertThat(counts()).containsExactly(600L, 0L, 0L);

        house.salesforce.mendAll();
        house.drain();

        everybodyIsThereOnce(600);
    }

    @Test
    void a_session_that_ends_in_the_middle_is_renewed_and_nothing_is_sent_twice() {
        house.admit(600);
        assertThat(house.desk.relayOutbox().relay()).isPresent();
        house.salesforce.order("{\"kind\":\"expire-sessions\"}");

        house.drain();

        everybodyIsThereOnce(600);
    }

    @Test
    void poison_in_the_middle_is_set_aside_with_its_reason_and_its_neighbours_arrive() {
        house.salesforce.order(
                "{\"kind\":\"validation-rule\",\"object\":\"Attendee__c\",\"field\":\"Email__c\","
                        + "\"pattern\":\"(?!guest7@).*\",\"message\":\"No sevens, please\"}");
        house.admit(50);

        house.drain();

        assertThat(counts()).containsExactly(0L, 49L, 1L);
        assertThat(house.desk.showDelivery().show(House.ORG, Optional.empty()).setAside())
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row.code())
                                        .isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION"))
                .satisfies(row -> assertThat(row.message()).contains("No sevens"));
        house.salesforce.mendAll();
        assertThat(house.desk.replaySetAside().replay(House.ORG, Optional.empty())).isEqualTo(1);
        house.drain();
        everybodyIsThereOnce(50);
    }

    @Test
    void a_field_that_disappears_burns_no_row_and_all_arrive_when_it_is_back() {
        house.admit(50);
        house.salesforce.order(
                "{\"kind\":\"field-removed\",\"object\":\"Attendee__c\",\"field\":\"Title__c\"}");
        for (int i = 0; i < 30; i++) {
            var _ = house.desk.relayOutbox().relay();
            house.storage.elapse(Duration.ofMinutes(2));
        }
        assertThat(counts()).containsExactly(50L, 0L, 0L);

        house.salesforce.mendAll();
        house.drain();

        everybodyIsThereOnce(50);
    }

    @Test
    void an_org_without_room_takes_changes_and_gets_the_new_ones_when_there_is_room_again() {
        Registration early = house.group(5);
        house.drain();
        house.salesforce.order("{\"kind\":\"storage-full\",\"seconds\":3600}");
        house.admit(20);
        assertThat(house.desk.relayOutbox().relay()).isPresent();

        var _ = house.fair.cancel(early.id());
        house.storage.elapse(Duration.ofSeconds(5));
        assertThat(house.desk.relayOutbox().relay()).isPresent();

        assertThat(house.salesforce.rows(House.ORG, "Attendee__c"))
                .hasSize(5)
                .allMatch(row -> row.path("Status__c").asText().equals("Cancelled"));
        house.salesforce.mendAll();
        house.storage.elapse(Duration.ofMinutes(16));
        house.drain();
        everybodyIsThereOnce(25);
    }

    @Test
    void counts_arrive_as_whole_numbers_after_all_that() {
        Registration cancelled = house.group(5);
        house.admit(120);
        house.salesforce.order("{\"kind\":\"cut-after\",\"calls\":1}");
        house.drainWithCounts();
        var _ = house.fair.cancel(cancelled.id());

        house.drainWithCounts();

        JsonNode event = house.salesforce.rows(House.ORG, "Event__c").getFirst();
        assertThat(event.path("Registered__c").asInt()).isEqualTo(120);
        assertThat(house.desk.showTrail().show(House.ORG, cancelled.seats().getFirst().attendee()))
                .hasValueSatisfying(
                        trail -> {
                            assertThat(trail.version()).isEqualTo(2);
                            assertThat(trail.arrival()).isPresent();
                            assertThat(trail.call()).isPresent();
                        });
    }
}
