package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An org tests its own pages under load, and says so.
class LoadTestTest {
    private static final byte[] SECRET =
            "a secret of four and twenty".getBytes(StandardCharsets.UTF_8);
    private static final long NOON = Fair.NOON.getEpochSecond();
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            1_000,
                            1_000,
                            Optional.empty(),
                            new LaneSettings(
                                    100,
                                    Map.of(
                                            Allowance.Kind.ORG,
                                            new Rate(1, Duration.ofMinutes(1)),
                                            Allowance.Kind.LOAD_TEST,
                                            new Rate(3, Duration.ofMinutes(1))),
                                    List.of(),
                                    Set.of())));

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Limited(1));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @BeforeEach
    void agree() {
        HOUSE.secrets.keep(fair.org(), List.of(SECRET));
    }

    private static String header(OrgId org, long until) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            byte[] text = ("load-test." + org + "." + until).getBytes(StandardCharsets.US_ASCII);
            return until + ",v1=" + Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> register(String declared) {
        return post(fair.registrations(), declared, Fair.one("ada"));
    }

    private static HttpResponse<String> post(String path, String declared, String body) {
        return HOUSE.send(
                HOUSE.request(path)
                        .header("Load-Test", declared)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private int taken() {
        return HOUSE.memory
                .pages()
                .find(fair.org(), Fair.FAIR)
                .orElseThrow()
                .room(RoomId.of(Fair.FAIR))
                .taken();
    }

    @Test
    void a_declared_test_is_answered_as_a_registration_and_nothing_is_kept() {
        HttpResponse<String> first = register(header(fair.org(), NOON + 3600));
        HttpResponse<String> second = register(header(fair.org(), NOON + 1));

        for (HttpResponse<String> answer : List.of(first, second)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(json(answer).at("/loadTest").asBoolean()).isTrue();
            assertThat(json(answer).at("/attendees")).hasSize(1);
        }
        assertThat(taken()).isZero();
        HttpResponse<String> real = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));
        assertThat(real.statusCode()).isEqualTo(201);
        assertThat(json(real).has("loadTest")).isFalse();
    }

    @Test
    void it_goes_on_when_the_event_is_full_and_has_a_limit_of_its_own() {
        var _ = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));
        for (int i = 0; i < 3; i++) {
            assertThat(register(header(fair.org(), NOON + 60)).statusCode()).isEqualTo(201);
        }

        HttpResponse<String> fourth = register(header(fair.org(), NOON + 60));

        refused(fourth, 429, "rate-limited");
        assertThat(fourth.headers().firstValue("RateLimit-Policy"))
                .contains("\"load-test\";q=3;w=60");
        assertThat(taken()).isEqualTo(1);
    }

    @Test
    void what_is_not_signed_or_over_or_another_orgs_is_refused() {
        Fair other = Fair.open(HOUSE.memory, new Seats.Limited(1));
        for (String declared :
                List.of(
                        "",
                        "yes",
                        NOON + 60 + ",v1=" + "A".repeat(43) + "=",
                        header(fair.org(), NOON),
                        header(fair.org(), NOON + 3601),
                        header(other.org(), NOON + 60))) {
            refused(register(declared), 401, "signature-invalid");
        }
        refused(
                post(other.registrations(), header(other.org(), NOON + 60), Fair.one("ada")),
                401,
                "signature-invalid");
    }

    @Test
    void nothing_but_registrations_is_rehearsed() {
        String lines = "{\"lines\":[{\"item\":\"%s\",\"quantity\":1}]}".formatted(Fair.TICKET);

        refused(post(fair.holds(), header(fair.org(), NOON + 60), lines), 403, "forbidden");
    }
}
