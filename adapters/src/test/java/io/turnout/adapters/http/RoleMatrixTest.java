package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.operator.SignIn;
import io.turnout.adapters.http.operator.SignInKeys;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.contract.Ids;
import io.turnout.domain.capacity.Seats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who may do what: each route that the server says it has, tried by each role and by nobody, about
/// an org that is known, one that is not, and what is no org at all. What they may is in a file
/// beside this class; a route without a line there, and a line without a route, fail.
@Timeout(180)
class RoleMatrixTest {
    private static final String TABLE = "role-matrix.txt";
    private static final String EVERYBODY = "everybody";
    private static final ECKey KEY = Tokens.key("k1");
    private static final OpenHouse HOUSE = house();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Role, Desks.Session> SESSIONS = sessions();
    private static final Fair FAIR = Fair.open(HOUSE.memory, new Seats.Unlimited());
    private static final List<String> ORGS =
            List.of(FAIR.org().value(), Ids.org().value(), "nothing");

    private static OpenHouse house() {
        String keys = new JWKSet(KEY.toPublicJWK()).toString();
        return new OpenHouse(
                () -> Fair.NOON,
                new HttpDoorSettings(
                        Duration.ofSeconds(5),
                        100,
                        100,
                        Optional.of(
                                new SignIn(
                                        new SignInKeys.Given(keys),
                                        "https://id.example",
                                        "turnout")),
                        new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty()),
                        LaneSettings.USUAL));
    }

    private static Map<Role, Desks.Session> sessions() {
        Map<Role, Desks.Session> sessions = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            sessions.put(role, Desks.signedIn(HOUSE, role));
        }
        return sessions;
    }

    private static Desks.Session session(Role role) {
        return Objects.requireNonNull(SESSIONS.get(role));
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        HOUSE.close();
    }

    /// Who may, by route.
    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new TreeMap<>();
        try (InputStream file =
                Objects.requireNonNull(RoleMatrixTest.class.getResourceAsStream(TABLE))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(
                            words ->
                                    table.put(
                                            words[0] + " " + words[1],
                                            new TreeSet<>(
                                                    Arrays.asList(words)
                                                            .subList(2, words.length))));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return table;
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() {
        assertThat(table().keySet()).isEqualTo(HOUSE.routes.all());
    }

    @Test
    void every_role_may_do_what_the_table_says_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, Set<String>> line : table().entrySet()) {
            for (String org : ORGS) {
                tried += 1 + Role.values().length;
                wrong.addAll(nobody(line.getKey(), line.getValue(), org));
                for (Role role : Role.values()) {
                    wrong.addAll(tried(line.getKey(), line.getValue(), org, role));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(1_500);
    }

    /// Of whom nothing is known: told to say who they are, or shown where. Whoever has no token
    /// need not hear whether there would be anything.
    private static List<String> nobody(String route, Set<String> who, String org) {
        int status = send(route, org, Optional.empty());
        boolean page = route.startsWith("GET /operator");
        boolean fits =
                who.contains(EVERYBODY)
                        ? status != 401 && status != 403
                        : who.contains("token")
                                ? status == 401 || status == 403 || status == 404
                                : who.contains("signature")
                                        ? status == 401 || status == 404
                                        : status == 401 || (page && status == 303);
        return fits ? List.of() : List.of(route + " for nobody about " + org + ": " + status);
    }

    private static List<String> tried(String route, Set<String> who, String org, Role role) {
        if (who.contains(EVERYBODY) || who.contains("signature") || who.contains("token")) {
            return List.of();
        }
        int status = send(route, org, Optional.of(role));
        boolean fits =
                who.contains(role.word())
                        ? status != 401 && status != 403 && status != 500
                        : status == 403;
        return fits ? List.of() : List.of(route + " for " + role + " about " + org + ": " + status);
    }

    private static int send(String route, String org, Optional<Role> role) {
        String method = route.substring(0, route.indexOf(' '));
        String template = route.substring(route.indexOf(' ') + 1);
        boolean page = template.startsWith("/operator");
        // Who signs out is out, and comes in anew for what follows.
        Optional<Desks.Session> session =
                template.endsWith("/sign-out")
                        ? role.map(one -> Desks.signedIn(HOUSE, one))
                        : role.map(RoleMatrixTest::session);
        String body = page ? "csrf=" + session.map(Desks.Session::token).orElse("") : "{}";
        HttpRequest.Builder request =
                HOUSE.request(filled(template, org) + "?org=" + org + "&event=" + Fair.FAIR)
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .header(
                                "Content-Type",
                                page ? "application/x-www-form-urlencoded" : "application/json");
        role.ifPresent(
                one -> {
                    var _ =
                            page
                                    ? request.header("Cookie", session.orElseThrow().cookie())
                                    : request.header(
                                            "Authorization", Tokens.bearer(KEY, one.word()));
                });
        return status(request.build());
    }

    private static String filled(String template, String org) {
        return template.replace("{org}", org)
                .replace("{event}", Fair.FAIR.value())
                .replace("{host}", "tickets.example")
                .replace("{session}", "0".repeat(64))
                .replace("{format}", "csv")
                .replaceAll("\\{[^}]+}", "01890000-0000-7000-8000-000000000001");
    }

    private static int status(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer =
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException away) {
            throw new UncheckedIOException(request.uri().getPath(), away);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
