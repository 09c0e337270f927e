package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NudgesTest {
    private static final byte[] KEY = "twenty-four bytes at hand".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final String NUDGES = "/orgs/" + Desk.ORG_A + "/nudges";
    private static final String BUTTONS = "/orgs/" + Desk.ORG_A + "/buttons/";
    private static final String EVENTS = Client.DATA + "/sobjects/Event__c/";
    private static final String PUBLISHED = "event.published";
    private static final String UNPUBLISHED = "event.unpublished";

    private final Receiver receiver = new Receiver();
    private final Desk desk = Desk.open();

    NudgesTest() throws IOException {
        desk.set("nudges", target(receiver.url("/v1/orgs/") + "{org}/notifications"));
    }

    private static String target(String url) {
        return "{\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, SECRET);
    }

    @AfterEach
    void close() {
        desk.close();
        receiver.close();
    }

    private static String said(String type, String... ids) {
        String list =
                List.of(ids).stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
        return "{\"type\":\"%s\",\"ids\":[%s]}".formatted(type, list);
    }

    private void write(String object, String fields) {
        Client.Answer answer = desk.client().post(Client.DATA + "/sobjects/" + object, fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void publish(boolean yes) {
        String body = "{\"Published__c\":" + yes + "}";
        assertThat(desk.client().patch(EVENTS + Desk.EVENT, body).status()).isEqualTo(204);
    }

    private JsonNode count() {
        return desk.admin().get(NUDGES).json();
    }

    private void settled() {
        while (count().path("running").asInt() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void who_is_invited_is_told_by_the_event_and_who_registered_is_not()
            throws InterruptedException {
        String row = "{\"Event__c\":\"" + Desk.EVENT + "\",\"Email__c\":\"a@example.org\"%s}";
        write("Attendee__c", row.formatted(",\"External_Id__c\":\"ours\""));
        write("Attendee__c", row.formatted(",\"Link__c\":\"https://events.example/i/a\""));

        write("Attendee__c", row.formatted(""));

        assertThat(receiver.next().body()).isEqualTo(said("links.changed", Desk.EVENT));
        settled();
        assertThat(count().path("sent").asInt()).isEqualTo(1);
    }

    @Test
    void a_published_event_is_told_of_with_a_signature_that_holds()
            throws InterruptedException, GeneralSecurityException {
        publish(true);

        Receiver.Message message = receiver.next();

        assertThat(message.body()).isEqualTo(said(PUBLISHED, Desk.EVENT));
        assertThat(message.path()).isEqualTo("/v1/orgs/" + Desk.ORG_A + "/notifications");
        assertThat(message.header().apply("Content-Type")).isEqualTo("application/json");
        String id = message.header().apply("webhook-id");
        String time = message.header().apply("webhook-timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        String signed = id + "." + time + "." + message.body();
        byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        assertThat(message.header().apply("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(hash));
        assertThat(id).startsWith("msg_");
        assertThat(Long.parseLong(time)).isCloseTo(Instant.now().getEpochSecond(), within(60L));
    }

    @Test
    void an_event_that_is_withdrawn_or_deleted_is_told_of_as_unpublished()
            throws InterruptedException {
        publish(false);
        assertThat(receiver.next().body()).isEqualTo(said(UNPUBLISHED, Desk.EVENT));

        publish(true);
        assertThat(receiver.next().body()).isEqualTo(said(PUBLISHED, Desk.EVENT));

        assertThat(desk.client().delete(EVENTS + Desk.EVENT).status()).isEqualTo(204);
        assertThat(receiver.next().body()).isEqualTo(said(UNPUBLISHED, Desk.EVENT));
    }

    @Test
    void items_and_sessions_speak_for_their_event_and_attendees_for_nobody()
            throws InterruptedException {
        publish(true);
        var _ = receiver.next();

        var _ = desk.upsert(false, Desk.attendee("a", "a@x.example"));
        write("Event_Item__c", "{\"Name\":\"Day\",\"Event__c\":\"" + Desk.EVENT + "\"}");

        assertThat(receiver.next().body()).isEqualTo(said(PUBLISHED, Desk.EVENT));
        String moved = Client.DATA + "/sobjects/Event_Item__c/a02xx0000000001AAA";
        var _ = desk.client().patch(moved, "{\"Event__c\":\"" + Desk.OTHER_EVENT + "\"}");
        List<String> both = List.of(receiver.next().body(), receiver.next().body());
        assertThat(both)
                .containsExactlyInAnyOrder(
                        said(PUBLISHED, Desk.EVENT), said(UNPUBLISHED, Desk.OTHER_EVENT));
        settled();
        assertThat(count().path("sent").asInt()).isEqualTo(4);
    }

    @Test
    void a_licence_names_its_org_by_eighteen_characters() throws InterruptedException {
        write("License__c", "{\"Number__c\":\"1\",\"Org_Id__c\":\"00DTURNOUT00002\"}");

        assertThat(receiver.next().body()).isEqualTo(said("license.changed", "00DTURNOUT0000225A"));
    }

    @Test
    void one_transaction_sends_one_message_and_a_large_one_as_many_as_it_needs()
            throws InterruptedException {
        String event = "{\"attributes\":{\"type\":\"Event__c\"}}";
        String many =
                Desk.collection(false, Collections.nCopies(200, event).toArray(String[]::new));
        String parts =
                part("a", "composite/sobjects", many) + "," + part("b", "sobjects/Event__c", "{}");

        var _ =
                desk.client()
                        .post(
                                Client.DATA + "/composite",
                                "{\"allOrNone\":true,\"compositeRequest\":[" + parts + "]}");

        assertThat(
                        List.of(
                                receiver.next().json().path("ids").size(),
                                receiver.next().json().path("ids").size()))
                .containsExactlyInAnyOrder(200, 1);
        settled();
        assertThat(count().path("sent").asInt()).isEqualTo(2);
    }

    private static String part(String name, String path, String body) {
        return "{\"method\":\"POST\",\"url\":\"%s/%s\",\"referenceId\":\"%s\",\"body\":%s}"
                .formatted(Client.DATA, path, name, body);
    }

    @Test
    void what_the_packages_own_maker_writes_and_what_is_rolled_back_is_not_told() {
        var own =
                desk.client()
                        .request(EVENTS + Desk.EVENT)
                        .header("Sforce-Call-Options", "defaultNamespace=x, client=turnout/1.0")
                        .method("PATCH", BodyPublishers.ofString("{\"Name\":\"x\"}"));
        assertThat(desk.client().send(own).status()).isEqualTo(204);
        String records =
                Desk.collection(
                        true,
                        "{\"attributes\":{\"type\":\"Event__c\"}}",
                        "{\"attributes\":{\"type\":\"Attendee__c\"}}");
        var _ = desk.client().post(Client.DATA + "/composite/sobjects", records);

        settled();

        assertThat(count().path("sent").asInt()).isZero();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void a_nudge_that_fails_is_counted_and_not_repeated() throws InterruptedException {
        receiver.answer(503);
        publish(true);
        var _ = receiver.next();
        settled();

        assertThat(count().path("failed").asInt()).isEqualTo(1);
        assertThat(count().path("lastStatus").asInt()).isEqualTo(503);
        assertThat(count().has("secret")).isFalse();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void lost_nudges_are_lost_without_a_word() throws InterruptedException {
        desk.fault("{\"kind\":\"nudge-lost\",\"calls\":1}");

        publish(false);
        settled();
        publish(true);

        assertThat(receiver.next().body()).isEqualTo(said(PUBLISHED, Desk.EVENT));
        assertThat(count().path("lost").asInt()).isEqualTo(1);
    }

    @Test
    void the_publish_button_publishes_and_shows_what_the_target_answered()
            throws InterruptedException {
        receiver.answer(418);

        Client.Answer pressed =
                desk.admin().post(BUTTONS + "publish", "{\"event\":\"" + Desk.EVENT + "\"}");

        assertThat(pressed.status()).isEqualTo(418);
        assertThat(receiver.next().body()).isEqualTo(said(PUBLISHED, Desk.EVENT));
        JsonNode event = desk.client().get(EVENTS + Desk.EVENT).json();
        assertThat(event.path("Published__c").asBoolean()).isTrue();
        assertThat(count().path("failed").asInt()).isEqualTo(1);
    }

    @Test
    void the_update_button_speaks_for_the_whole_org() throws InterruptedException {
        assertThat(desk.admin().post(BUTTONS + "update", "").status()).isEqualTo(202);

        assertThat(receiver.next().body()).isEqualTo(said("org.updated"));
    }

    @Test
    void without_a_target_nothing_is_sent_and_a_bad_target_is_refused() {
        assertThat(desk.admin().post(NUDGES, "{\"url\":\"ftp://x\"}").status()).isEqualTo(400);
        assertThat(desk.admin().post(NUDGES, "{\"url\":\"http://x\",\"secret\":\"abc\"}").status())
                .isEqualTo(400);
        assertThat(desk.admin().delete(NUDGES).json().path("url").isNull()).isTrue();

        publish(true);

        assertThat(desk.admin().post(BUTTONS + "update", "").status()).isEqualTo(409);
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void an_org_may_be_born_with_its_target() throws InterruptedException {
        SimulatorSettings settings = Desk.settings();
        settings =
                settings.withOrgs(
                        settings.orgs().stream()
                                .map(org -> org.withNudges(receiver.url("/here"), SECRET))
                                .toList());
        try (Desk other = new Desk(settings)) {
            String body = "{\"Published__c\":true}";
            assertThat(other.client().patch(EVENTS + Desk.EVENT, body).status()).isEqualTo(204);

            assertThat(receiver.next().path()).isEqualTo("/here");
        }
    }
}
