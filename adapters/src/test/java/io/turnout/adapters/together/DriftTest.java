package io.turnout.adapters.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.delivery.Reconciliations;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An org that no longer has what it was sent: found by count and by row, and mended.
class DriftTest {
    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    private Reconciliations.View comparison() {
        return house.desk
                .showDelivery()
                .show(House.ORG, Optional.empty())
                .reconciliations()
                .getFirst();
    }

    private List<JsonNode> attendees() {
        return house.salesforce.rows(House.ORG, "Attendee__c");
    }

    @Test
    void an_org_that_has_all_of_it_costs_two_calls_and_changes_nothing() {
        house.admit(300);
        house.drainWithCounts();
        int before = house.salesforce.used(House.ORG);

        house.reconcile();

        assertThat(house.salesforce.used(House.ORG) - before).isEqualTo(2);
        assertThat(comparison().endedAt()).isPresent();
        assertThat(comparison().owedAgain() + comparison().deletedThere()).isZero();
    }

    @Test
    void a_status_somebody_changed_there_is_ours_again_and_a_corrected_name_stays() {
        house.admit(10);
        house.drain();
        String changed = attendees().get(3).path("Id").asText();
        house.salesforce.change(House.ORG, "Attendee__c", changed, "{\"Status__c\":\"Cancelled\"}");
        String corrected = attendees().get(4).path("Id").asText();
        house.salesforce.change(House.ORG, "Attendee__c", corrected, "{\"Name__c\":\"Zoe Neill\"}");

        house.reconcile();
        house.drain();

        assertThat(comparison().owedAgain()).isEqualTo(1);
        assertThat(attendees())
                .allMatch(row -> row.path("Status__c").asText().equals("Registered"));
        assertThat(attendees()).anyMatch(row -> row.path("Name__c").asText().equals("Zoe Neill"));
    }

    @Test
    void a_record_deleted_there_is_set_aside_and_created_again_only_by_a_replay() {
        house.admit(10);
        house.drain();
        house.salesforce.delete(House.ORG, "Attendee__c", attendees().get(3).path("Id").asText());

        house.reconcile();
        house.drain();

        assertThat(comparison().deletedThere()).isEqualTo(1);
        assertThat(house.lane().setAside()).isEqualTo(1);
        assertThat(attendees()).hasSize(9);
        assertThat(house.desk.replaySetAside().replay(House.ORG, Optional.empty())).isEqualTo(1);
        house.drain();
        assertThat(attendees()).hasSize(10);
    }

    @Test
    void a_key_that_is_not_ours_is_counted_and_left_alone() {
        house.admit(3);
        house.drain();
        String theirs = attendees().getFirst().path("Id").asText();
        house.salesforce.change(
                House.ORG, "Attendee__c", theirs, "{\"External_Id__c\":\"somebody-else\"}");

        house.reconcile();
        house.drain();

        assertThat(comparison().strangers()).isEqualTo(1);
        assertThat(comparison().owedAgain()).isEqualTo(1);
        assertThat(attendees()).hasSize(4);
    }

    @Test
    void a_count_somebody_typed_over_is_told_again() {
        house.admit(3);
        house.drainWithCounts();
        house.salesforce.change(
                House.ORG, "Event__c", house.fair.event().value(), "{\"Registered__c\":77}");

        house.reconcile();
        house.drainWithCounts();

        assertThat(
                        house.salesforce
                                .rows(House.ORG, "Event__c")
                                .getFirst()
                                .path("Registered__c")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void many_rows_are_compared_a_page_a_call() {
        house.admit(4_500);
        house.drain();
        List<JsonNode> all = attendees();
        for (int i : List.of(0, 2_000, 4_499)) {
            house.salesforce.change(
                    House.ORG,
                    "Attendee__c",
                    all.get(i).path("Id").asText(),
                    "{\"Status__c\":\"Cancelled\"}");
        }

        house.reconcile();

        assertThat(comparison().owedAgain()).isEqualTo(3);
        assertThat(comparison().calls()).isEqualTo(4);
    }
}
