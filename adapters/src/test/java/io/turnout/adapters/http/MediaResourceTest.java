package io.turnout.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.media.MediaRef;
import io.turnout.domain.media.MediaType;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tickets for pictures, signed by the Salesforce of the org they are for.
class MediaResourceTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final byte[] SECRET = "the secret of this org, 32 bytes".getBytes(UTF_8);
    private static final byte[] OTHERS = "the secret of another, 32 bytes.".getBytes(UTF_8);
    private static final long NOW = Fair.NOON.getEpochSecond();
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final OrgId org = Ids.org();

    @BeforeEach
    void welcome() {
        HOUSE.memory.orgs().welcome(org);
        HOUSE.secrets.keep(org, List.of(SECRET));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> send(String path, String body, byte[] secret) {
        return HOUSE.send(
                HOUSE.request("/v1/orgs/" + org + "/media" + path)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("webhook-id", "m1")
                        .header("webhook-timestamp", Long.toString(NOW))
                        .header("webhook-signature", Signed.signature(secret, "m1", NOW, body)));
    }

    private static String picture(String more) {
        return "{\"sha256\":\"" + HASH + "\",\"type\":\"image/png\"" + more + "}";
    }

    @Test
    void an_org_gets_a_ticket_and_the_address_at_which_it_will_be_seen() {
        HttpResponse<String> answer = send("", picture(",\"bytes\":9"), SECRET);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        String url = "https://media.invalid/org/" + org + "/" + HASH;
        assertThat(answer.body())
                .contains("\"url\":\"" + url + ".png\"")
                .contains("\"method\":\"PUT\"")
                .contains("\"expiresAt\":\"" + Fair.NOON.plusSeconds(900) + "\"");
        String size =
                ",\"bytes\":5,\"size\":{\"width\":4,\"height\":3,\"sha256\":\"" + HASH + "\"}";
        assertThat(send("", picture(size), SECRET).body()).contains(url + "-4x3.png");
    }

    @Test
    void what_is_no_picture_is_told_by_its_field() {
        HttpResponse<String> svg =
                send(
                        "",
                        "{\"sha256\":\"XYZ\",\"type\":\"image/svg+xml\",\"bytes\":10485761}",
                        SECRET);

        assertThat(svg.statusCode()).isEqualTo(422);
        assertThat(svg.body()).contains("sha256", "type", "bytes");
        assertThat(send("", picture(",\"bytes\":1,\"size\":{\"width\":0}"), SECRET).statusCode())
                .isEqualTo(422);
        assertThat(send("", picture(""), SECRET).statusCode()).isEqualTo(422);
    }

    @Test
    void another_org_brings_and_deletes_nothing() {
        MediaRef ref = new MediaRef(org, HASH, MediaType.PNG);
        HOUSE.memory.media().bring(ref);

        assertThat(send("", picture(",\"bytes\":9"), OTHERS).statusCode()).isEqualTo(401);
        assertThat(send("/deletions", picture(""), OTHERS).statusCode()).isEqualTo(401);
        assertThat(HOUSE.memory.media().has(ref)).isTrue();
    }

    @Test
    void one_is_deleted_and_a_repeat_says_the_same() {
        MediaRef ref = new MediaRef(org, HASH, MediaType.PNG);
        HOUSE.memory.media().bring(ref);

        assertThat(send("/deletions", picture(""), SECRET).statusCode()).isEqualTo(204);
        assertThat(HOUSE.memory.media().has(ref)).isFalse();
        assertThat(send("/deletions", picture(""), SECRET).statusCode()).isEqualTo(204);
    }
}
