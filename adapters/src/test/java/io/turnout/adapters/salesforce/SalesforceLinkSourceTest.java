package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkSource;
import io.turnout.application.attendeelink.LinkSource.Invited;
import io.turnout.application.attendeelink.LinkSource.Reading;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.InviteeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whom an org of the simulator invited, as we read it.
class SalesforceLinkSourceTest extends CatalogOfAnOrg {
    private LinkSource source;
    private EventId event;

    @BeforeEach
    void open() {
        source = source(() -> START);
        event = publish(fair());
    }

    private LinkSource source(InstantSource clock) {
        return new SalesforceLinkSource(orgCalls(), salesforce.connections(), clock);
    }

    private InviteeId invite(String field, String value) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("Event__c", event.value(), "Email__c", "zoe@example.org"));
        fields.put(field, value);
        return new InviteeId(organiser.create("Attendee__c", fields));
    }

    private Reading.Said read(Optional<InviteeId> last) {
        Reading reading = source.read(ACME, last);
        assertThat(reading).isInstanceOf(Reading.Said.class);
        return (Reading.Said) reading;
    }

    private List<InviteeId> found() {
        return read(Optional.empty()).invited().stream().map(Invited::record).toList();
    }

    @Test
    void who_has_no_link_is_found_with_what_the_form_may_know() {
        InviteeId record = invite("Title__c", "  Dr ");

        Invited invited = read(Optional.empty()).invited().getFirst();

        assertThat(invited.record()).isEqualTo(record);
        assertThat(invited.link().event()).isEqualTo(event);
        assertThat(invited.link().reference().value()).isEqualTo(record.value());
        assertThat(invited.link().uses()).isEqualTo(1);
        assertThat(invited.link().prefill())
                .isEqualTo(
                        new Prefill(
                                "zoe@example.org",
                                Optional.empty(),
                                Optional.of("Dr"),
                                Optional.empty()));
        assertThat(salesforce.calls(ACME, "/query")).hasSize(1);
    }

    @Test
    void who_has_one_or_has_our_key_or_no_address_is_not() {
        InviteeId record = invite("Name__c", "Zoë");
        var _ = invite("Link__c", "https://events.example/i/a");
        var _ = invite("External_Id__c", "ours");
        var _ = organiser.create("Attendee__c", Map.of("Event__c", event.value()));

        assertThat(found()).containsExactly(record);
    }

    @Test
    void of_events_that_are_over_nobody_is() {
        var _ = invite("Name__c", "Zoë");
        Instant after = START.plusSeconds(3_600);
        source = source(() -> after);

        assertThat(found()).isEmpty();
    }

    @Test
    void it_goes_on_after_whom_it_came_to() {
        InviteeId first = invite("Name__c", "One");
        InviteeId second = invite("Name__c", "Two");

        assertThat(read(Optional.of(first)).invited())
                .extracting(Invited::record)
                .containsExactly(second);
        assertThat(read(Optional.empty()).next()).isEmpty();
    }

    @Test
    void an_org_that_is_away_or_unknown_is_an_answer_too() {
        salesforce.order("{\"kind\":\"unavailable\",\"calls\":1,\"path\":\"/query\"}");

        assertThat(source.read(ACME, Optional.empty())).isInstanceOf(Reading.Failed.class);
        assertThat(source.read(new OrgId("00DTURNOUT0000325A"), Optional.empty()))
                .isInstanceOf(Reading.Failed.class);
    }
}
