package io.turnout.adapters.salesforce;

import static io.turnout.adapters.salesforce.SimulatedSalesforce.ACME;
import static io.turnout.adapters.salesforce.SimulatedSalesforce.OTHER;
import static io.turnout.application.delivery.OrgRecordsContract.attendees;
import static io.turnout.application.delivery.OrgRecordsContract.batch;
import static io.turnout.application.delivery.OrgRecordsContract.recordIds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.delivery.OwedAttendee;
import io.turnout.domain.delivery.Receipt;
import java.io.IOException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in: seldom, once for all, and to nobody else's org.
class SalesforceSessionTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final InstantSource clock = now::get;
    private final SimulatedSalesforce salesforce = new SimulatedSalesforce(clock);
    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));
    private final SalesforceOrgRecords records = records(salesforce.connections());
    private final List<OwedAttendee> three = attendees(3);

    private SalesforceOrgRecords records(SalesforceConnections connections) {
        return new SalesforceOrgRecords(TestConnections.calls(client, clock), connections);
    }

    private SalesforceOrgRecords records(SalesforceConnection connection) {
        return records(SalesforceConnections.fixed(List.of(connection)));
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        salesforce.close();
    }

    private void expireSessions() {
        salesforce.post("/orgs/" + ACME + "/sessions/expire", "{}");
    }

    @Test
    void one_login_serves_many_calls() {
        for (int i = 0; i < 5; i++) {
            assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);
        }

        assertThat(salesforce.logins(ACME)).isEqualTo(1);
        assertThat(salesforce.calls(ACME, "/composite/")).hasSize(5);
    }

    @Test
    void a_session_that_ended_is_renewed_and_the_same_rows_are_sent_again() {
        assertThat(recordIds(records.write(batch(ACME, attendees(1))))).hasSize(1);
        expireSessions();

        Receipt receipt = records.write(batch(ACME, three));

        assertThat(recordIds(receipt)).hasSize(3);
        assertThat(salesforce.attendees(ACME)).hasSize(4);
        assertThat(salesforce.logins(ACME)).isEqualTo(2);
        assertThat(salesforce.calls(ACME, "/composite/"))
                .extracting(call -> call.path("status").asInt())
                .containsExactly(200, 401, 200);
    }

    @Test
    void fifty_who_find_their_session_ended_sign_in_once() throws Exception {
        assertThat(recordIds(records.write(batch(ACME, attendees(1))))).hasSize(1);
        expireSessions();
        // Long enough for all fifty to be on their way with the old token.
        salesforce.order("{\"kind\":\"slow\",\"millis\":1000,\"path\":\"/composite/\"}");

        List<Receipt> receipts = atOnce(50, () -> records.write(batch(ACME, attendees(1))));

        assertThat(receipts).hasSize(50).allSatisfy(one -> assertThat(recordIds(one)).hasSize(1));
        assertThat(refused()).hasSize(50);
        assertThat(salesforce.logins(ACME)).isEqualTo(2);
        assertThat(salesforce.attendees(ACME)).hasSize(51);
    }

    private List<JsonNode> refused() {
        return salesforce.calls(ACME, "/composite/").stream()
                .filter(call -> call.path("status").asInt() == 401)
                .toList();
    }

    @Test
    void fifty_who_come_first_sign_in_once() throws Exception {
        salesforce.order("{\"kind\":\"slow\",\"millis\":500,\"path\":\"/oauth2/token\"}");

        List<Receipt> receipts = atOnce(50, () -> records.write(batch(ACME, attendees(1))));

        assertThat(receipts).hasSize(50).allSatisfy(one -> assertThat(recordIds(one)).hasSize(1));
        assertThat(salesforce.logins(ACME)).isEqualTo(1);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all =
                    pool.invokeAll(IntStream.range(0, threads).mapToObj(_ -> work).toList());
            return all.stream().map(Future::resultNow).toList();
        }
    }

    @Test
    void an_old_token_is_renewed_before_it_is_refused() {
        assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);
        now.updateAndGet(then -> then.plus(AccessTokens.SOFT_AGE).minusSeconds(1));
        assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);
        assertThat(salesforce.logins(ACME)).isEqualTo(1);
        now.updateAndGet(then -> then.plusSeconds(1));

        assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);

        assertThat(salesforce.logins(ACME)).isEqualTo(2);
    }

    @Test
    void an_old_token_serves_on_while_nobody_answers_at_the_login() {
        assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);
        now.updateAndGet(then -> then.plus(AccessTokens.SOFT_AGE));
        salesforce.order("{\"kind\":\"outage\",\"path\":\"/oauth2/token\"}");

        Receipt receipt = records.write(batch(ACME, three));

        assertThat(recordIds(receipt)).hasSize(3);
        assertThat(salesforce.logins(ACME)).isEqualTo(2);
    }

    @Test
    void a_session_that_ended_while_nobody_answers_at_the_login_is_away() {
        assertThat(recordIds(records.write(batch(ACME, three)))).hasSize(3);
        expireSessions();
        salesforce.order("{\"kind\":\"outage\",\"path\":\"/oauth2/token\"}");

        Receipt receipt = records.write(batch(ACME, three));

        assertThat(receipt).isInstanceOf(Receipt.Away.class);
    }

    @Test
    void another_orgs_door_is_not_entered() {
        var astray = records(salesforce.connection(ACME, salesforce.api(OTHER)));

        Receipt receipt = astray.write(batch(ACME, three));

        assertThat(receipt)
                .isEqualTo(new Receipt.Barred("the login is to another org than " + ACME));
        assertThat(salesforce.attendees(OTHER)).isEmpty();
        assertThat(salesforce.calls(OTHER, "/services/data/")).isEmpty();
    }

    @Test
    void a_key_the_org_does_not_know_is_barred() {
        var key = (RSAPrivateKey) TestKeys.NOBODYS.getPrivate();
        var stranger = records(TestConnections.to(ACME, salesforce.api(ACME), key));

        Receipt receipt = stranger.write(batch(ACME, three));

        assertThat(receipt)
                .isEqualTo(new Receipt.Barred("login: invalid_grant, invalid assertion"));
        assertThat(salesforce.calls(ACME, "/services/data/")).isEmpty();
    }

    @Test
    void a_clock_that_is_an_hour_behind_is_barred_and_says_why() {
        InstantSource slow = () -> clock.instant().minus(Duration.ofHours(1));
        var late =
                new SalesforceOrgRecords(
                        TestConnections.calls(client, slow), salesforce.connections());

        Receipt receipt = late.write(batch(ACME, three));

        assertThat(receipt)
                .isEqualTo(new Receipt.Barred("login: invalid_grant, expired authorization code"));
    }

    @Test
    void an_org_that_is_not_connected_is_barred() {
        Receipt receipt = records(SalesforceConnections.fixed(List.of())).write(batch(ACME, three));

        assertThat(receipt).isInstanceOf(Receipt.Barred.class);
    }

    @Test
    void a_connection_that_changed_is_signed_in_anew() {
        var current = new AtomicReference<>(salesforce.connection(ACME));
        var changing = records(_ -> Optional.ofNullable(current.get()));
        assertThat(recordIds(changing.write(batch(ACME, three)))).hasSize(3);
        current.set(
                TestConnections.to(
                        ACME, salesforce.api(ACME), (RSAPrivateKey) TestKeys.NOBODYS.getPrivate()));

        Receipt receipt = changing.write(batch(ACME, three));

        assertThat(receipt).isInstanceOf(Receipt.Barred.class);
    }
}
