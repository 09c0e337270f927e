package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.tink.TinkLinkTokens;
import io.turnout.adapters.tink.TinkUploadTickets;
import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.application.attendeelink.LinkUseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.memory.Memory;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What names a person is in no table, whatever way it came: not even in the key a client chose
/// or in what Salesforce said.
class NothingReadableTest {
    private static final List<String> CANARIES =
            List.of("canary@example.com", "Canary Bird", "Songstress", "Aviary Works");
    private final PostgresStorage postgres = new PostgresStorage();

    @AfterEach
    void close() {
        postgres.close();
    }

    @Test
    void no_table_can_be_read_for_a_person() {
        Fair fair = Fair.of(postgres, 6);
        var _ = fair.admit(canary(fair));
        refuseQuoting(fair);
        String token = invite(fair);

        String all = Tables.everything(postgres);

        assertThat(all).contains(fair.org().value(), "INVALID_EMAIL_ADDRESS");
        assertThat(all).contains("invitation-1").doesNotContain(token);
        assertThat(CANARIES).allSatisfy(canary -> assertThat(all).doesNotContain(canary));
        assertThat(CANARIES).allSatisfy(canary -> assertThat(all).doesNotContain(hex(canary)));
    }

    @Test
    void the_same_address_is_found_by_its_digest_and_differs_between_orgs() {
        Fair fair = Fair.of(postgres, 6);
        Fair other = Fair.of(postgres, 6);
        var _ = fair.admit(canary(fair));
        var _ = other.admit(canary(other));

        assertThat(digests(fair)).hasSize(1).doesNotContainAnyElementsOf(digests(other));
    }

    private List<String> digests(Fair fair) {
        return postgres.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select encode(email_digest, 'hex') from attendee
                                                where org_id = :org
                                                """)
                                        .bind("org", fair.org().value())
                                        .mapTo(String.class)
                                        .list());
    }

    private static RegistrationRequest canary(Fair fair) {
        Person person =
                new Person(
                        CANARIES.get(0),
                        CANARIES.get(1),
                        Optional.of(CANARIES.get(2)),
                        Optional.of(CANARIES.get(3)));
        return new RegistrationRequest(
                fair.org(),
                fair.event(),
                new IdempotencyKey(CANARIES.get(0)),
                new RegistrationId(UUID.randomUUID()),
                List.of(new Attendee(new AttendeeId(UUID.randomUUID()), person, fair.place())),
                Optional.empty());
    }

    /// Invites the canary; its link opens with what this answers.
    private String invite(Fair fair) {
        LinkTokens tokens = new TinkLinkTokens(postgres.keys());
        LinkUseCases links =
                LinkUseCases.over(
                        new LinkPorts(
                                postgres.links(),
                                tokens,
                                postgres.vault(),
                                postgres.uploads(),
                                new TinkUploadTickets(postgres.keys()),
                                Runnable::run,
                                Memory.empty(InstantSource.system()).links().minting()),
                        postgres.book());
        Prefill canary =
                new Prefill(
                        CANARIES.get(0),
                        Optional.of(CANARIES.get(1)),
                        Optional.of(CANARIES.get(2)),
                        Optional.of(CANARIES.get(3)));
        Link link = new Link(new Reference("invitation-1"), fair.event(), 1, canary);
        assertThat(links.prepare().prepare(fair.org(), List.of(link)))
                .isEqualTo(AttendeeLinks.Keeping.KEPT);
        String token = tokens.of(fair.org(), link.id()).value();
        assertThat(links.open().open(fair.org(), link.id()))
                .hasValueSatisfying(opened -> assertThat(opened.link()).isEqualTo(link));
        return token;
    }

    /// Salesforce repeats what it refuses.
    private void refuseQuoting(Fair fair) {
        Outbox outbox = postgres.outbox();
        postgres.elapse(Duration.ofMinutes(1));
        Batch batch = outbox.take(BatchRule.USUAL).orElseThrow();
        assertThat(batch.org()).isEqualTo(fair.org());
        Reason reason =
                new Reason("INVALID_EMAIL_ADDRESS", "bad: " + CANARIES.get(0), List.of("Email__c"));
        outbox.settle(batch, new Receipt.Answered(List.of(new RowAnswer.Refused(reason))));
        assertThat(outbox.setAside(fair.org(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.message()).isEqualTo("bad: " + CANARIES.get(0)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
