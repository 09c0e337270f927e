package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTicket;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every maker of tickets for uploads promises.
public abstract class UploadTicketsContract {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private UploadTickets tickets;
    private OrgId org;
    private EventId event;
    private UploadKey key;

    protected abstract UploadTickets tickets();

    @BeforeEach
    void open() {
        tickets = tickets();
        org = Ids.org();
        event = Ids.event();
        key = new UploadKey(org, event, UploadId.of(event, "message"));
    }

    @Test
    void a_ticket_is_for_its_upload_always_the_same_and_not_printed() {
        UploadTicket ticket = tickets.of(key);

        assertThat(ticket.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(tickets.of(key)).isEqualTo(ticket);
        assertThat(tickets.read(org, event, ticket.value())).contains(key);
        assertThat(ticket.toString()).doesNotContain(ticket.value());
    }

    @Test
    void it_is_for_no_other_org_or_event() {
        String ticket = tickets.of(key).value();

        assertThat(tickets.read(Ids.org(), event, ticket)).isEmpty();
        assertThat(tickets.read(org, Ids.event(), ticket)).isEmpty();
    }

    @Test
    void no_letter_of_it_can_be_another() {
        String ticket = tickets.of(key).value();

        assertThat(IntStream.range(0, ticket.length()))
                .allSatisfy(
                        i ->
                                assertThat(LETTERS.chars().filter(c -> c != ticket.charAt(i)))
                                        .allSatisfy(c -> assertThat(readWith(i, c)).isFalse()));
    }

    private boolean readWith(int place, int letter) {
        StringBuilder changed = new StringBuilder(tickets.of(key).value());
        changed.setCharAt(place, (char) letter);
        return tickets.read(org, event, changed.toString()).isPresent();
    }

    @Test
    void what_is_no_ticket_is_for_nothing() {
        String ticket = tickets.of(key).value();

        for (String wrong :
                new String[] {
                    "",
                    " ",
                    "é",
                    "é".repeat(43),
                    "=".repeat(43),
                    ticket + "A",
                    ticket + "=",
                    ticket.substring(1),
                    "A".repeat(10_000),
                    key.id().toString()
                }) {
            assertThat(tickets.read(org, event, wrong)).as(wrong).isEmpty();
        }
    }
}
