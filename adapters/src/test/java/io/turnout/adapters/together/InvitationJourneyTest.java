package io.turnout.adapters.together;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.attendeelink.OwedLinks.Tally;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// From the record that an organiser makes, by way of its link, to the same record filled in.
class InvitationJourneyTest {
    private static final String PAGE = "https://events.example/o/" + House.ORG + "/i/";
    private static final String ADDRESS = "zoe@example.org";

    private final House house = new House();

    @AfterEach
    void close() {
        house.close();
    }

    private String invite(String email) {
        return house.salesforce.create(
                House.ORG,
                "Attendee__c",
                Map.of("Event__c", house.fair.event().value(), "Email__c", email));
    }

    private JsonNode row(String id) {
        return house.salesforce.attendees(House.ORG).stream()
                .filter(row -> row.path("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String link(String id) {
        return row(id).path("Link__c").asText();
    }

    /// Whoever was invited gets a link, and the org its address.
    private void mint() {
        house.minting.watch().watch(House.ORG);
        house.storage.elapse(Duration.ofHours(1));
        while (house.minting.mint().mint()) {
            // The next page.
        }
        while (house.minting.relay().relay().isPresent()) {
            // The next call.
        }
    }

    private LinkId opened(String address) {
        String token = address.substring(address.lastIndexOf('/') + 1);
        return house.tokens.read(House.ORG, token).orElseThrow();
    }

    private Registration comeBy(String address) {
        return house.comeBy(opened(address));
    }

    private static String attendee(Registration registration) {
        return registration.seats().getFirst().attendee().toString();
    }

    @Test
    void who_is_invited_there_gets_a_link_and_is_written_into_the_same_record() {
        String record = invite(ADDRESS);
        mint();
        String address = link(record);
        assertThat(address).startsWith(PAGE).hasSize(PAGE.length() + 43);

        Registration registration = comeBy(address);
        house.admit(1);
        house.drain();

        assertThat(house.salesforce.attendees(House.ORG)).hasSize(2);
        JsonNode row = row(record);
        assertThat(row.path("External_Id__c").asText()).isEqualTo(attendee(registration));
        assertThat(row.path("Status__c").asText()).isEqualTo("Registered");
        assertThat(row.path("Name__c").asText()).startsWith("Zoë");
        assertThat(link(record)).isEqualTo(address);
        assertThat(house.salesforce.calls(House.ORG, "/composite")).hasSize(2);
    }

    @Test
    void a_second_look_makes_no_second_link_and_tells_nothing_twice() {
        String record = invite(ADDRESS);
        mint();
        String address = link(record);
        int calls = house.salesforce.calls(House.ORG, "/composite").size();

        mint();

        assertThat(link(record)).isEqualTo(address);
        assertThat(house.salesforce.calls(House.ORG, "/composite")).hasSize(calls);
        house.salesforce.change(House.ORG, "Attendee__c", record, "{\"Link__c\":null}");
        mint();
        assertThat(link(record)).isEqualTo(address);
    }

    @Test
    void four_hundred_and_one_are_three_calls() {
        for (int i = 0; i < 401; i++) {
            var _ = invite("guest" + i + "@example.org");
        }

        mint();

        assertThat(house.salesforce.attendees(House.ORG))
                .hasSize(401)
                .allMatch(row -> row.path("Link__c").asText().startsWith(PAGE));
        assertThat(house.salesforce.calls(House.ORG, "/composite/sobjects")).hasSize(3);
    }

    @Test
    void an_answer_that_is_lost_is_no_second_record_and_no_other_address() {
        String record = invite(ADDRESS);
        house.salesforce.order("{\"kind\":\"cut-after\",\"calls\":1,\"path\":\"/composite\"}");
        mint();
        String address = link(record);
        assertThat(house.storage.owedLinks().tally(House.ORG)).isEqualTo(new Tally(1, 0, 0, 0));

        mint();
        Registration registration = comeBy(address);
        house.salesforce.order("{\"kind\":\"cut-after\",\"calls\":1,\"path\":\"/composite\"}");
        house.drain();

        assertThat(house.storage.owedLinks().tally(House.ORG)).isEqualTo(new Tally(0, 1, 0, 0));
        assertThat(house.salesforce.attendees(House.ORG)).hasSize(1);
        assertThat(link(record)).isEqualTo(address);
        assertThat(row(record).path("External_Id__c").asText()).isEqualTo(attendee(registration));
    }

    @Test
    void who_gives_up_and_who_comes_after_them_are_the_same_record_and_no_drift() {
        String record = invite(ADDRESS);
        mint();
        Registration first = comeBy(link(record));
        house.drain();
        var _ = house.fair.cancel(first.id());
        house.drain();
        assertThat(row(record).path("Status__c").asText()).isEqualTo("Cancelled");

        Registration second = comeBy(link(record));
        house.drain();
        house.reconcile();
        house.drain();

        assertThat(house.salesforce.attendees(House.ORG)).hasSize(1);
        assertThat(row(record).path("Status__c").asText()).isEqualTo("Registered");
        assertThat(row(record).path("External_Id__c").asText()).isEqualTo(attendee(second));
    }

    @Test
    void who_registers_after_the_record_was_deleted_arrives_as_everybody_else() {
        String record = invite(ADDRESS);
        mint();
        String address = link(record);
        house.salesforce.delete(House.ORG, "Attendee__c", record);

        Registration registration = comeBy(address);
        house.drain();

        List<JsonNode> there =
                house.salesforce.attendees(House.ORG).stream()
                        .filter(row -> !row.path("IsDeleted").asBoolean())
                        .toList();
        assertThat(there).hasSize(1);
        assertThat(there.getFirst().path("External_Id__c").asText())
                .isEqualTo(attendee(registration));
    }

    @Test
    void an_org_with_a_host_of_its_own_gets_addresses_of_it() {
        HostName host = new HostName("tickets.acme.example");
        assertThat(
                        house.storage
                                .hosts()
                                .keep(
                                        new VanityHost(
                                                host, House.ORG, Optional.empty(), HostState.OPEN)))
                .isNotNull();

        String record = invite(ADDRESS);
        mint();

        assertThat(link(record)).startsWith("https://tickets.acme.example/i/");
        assertThat(comeBy(link(record)).seats()).hasSize(1);
    }

    @Test
    void who_is_forgotten_is_nobody_there_too_and_gets_no_link_again() {
        String record = invite(ADDRESS);
        mint();
        String other = invite("other@example.org");
        mint();

        forget();
        mint();
        mint();

        JsonNode row = row(record);
        assertThat(row.path("Email__c").asText()).endsWith("@erased.invalid");
        assertThat(row.hasNonNull("Link__c")).isFalse();
        assertThat(link(other)).startsWith(PAGE);
        assertThat(house.storage.owedLinks().tally(House.ORG)).isEqualTo(new Tally(0, 2, 0, 0));
    }

    private void forget() {
        byte[] digest = house.storage.vault().digest(House.ORG, Use.EMAIL, ADDRESS);
        ErasureId id = new ErasureId(UUID.randomUUID());
        assertThat(house.storage.erasures().ask(House.ORG, id, digest)).isNotNull();
        Turn turn = house.storage.erasures().take(House.ORG, id).orElseThrow();
        house.storage.erasures().sweep(List.of(turn));
    }

    @Test
    void a_field_that_may_not_be_written_holds_up_no_attendee() {
        var _ = invite(ADDRESS);
        house.salesforce.order(
                "{\"kind\":\"field-readonly\",\"object\":\"Attendee__c\",\"field\":\"Link__c\"}");
        house.minting.watch().watch(House.ORG);
        house.storage.elapse(Duration.ofHours(1));
        assertThat(house.minting.mint().mint()).isTrue();

        assertThat(house.minting.relay().relay().orElseThrow()).isInstanceOf(Receipt.Drifted.class);

        house.admit(1);
        assertThat(house.desk.relayOutbox().relay().orElseThrow())
                .isInstanceOf(Receipt.Answered.class);
        house.salesforce.mendAll();
        mint();
        assertThat(house.storage.owedLinks().tally(House.ORG)).isEqualTo(new Tally(0, 1, 0, 0));
    }
}
