package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.RawSocket.Answer;
import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links at the address of a host that is an org's own, as the org was told it.
class HostedLinkTest {
    private static final LinkSite SITE = new LinkSite(URI.create("https://turnout.example"));
    private static final Map<Allowance.Kind, Rate> FOUR =
            Map.of(Allowance.Kind.LINK_MISSES, new Rate(4, Duration.ofHours(1)));
    private static final OpenHouse HOUSE = house(Map.of());

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Unlimited());
    private final HostName host =
            new HostName("tickets." + fair.org().value().toLowerCase(Locale.ROOT) + ".example");
    private final Invited ada = Invited.to(fair, HOUSE, "a", 1);

    private static OpenHouse house(Map<Allowance.Kind, Rate> rates) {
        return new OpenHouse(
                () -> Fair.NOON,
                new HttpDoorSettings(
                        Duration.ofSeconds(5),
                        1_000,
                        1_000,
                        Optional.empty(),
                        new LaneSettings(100, rates, List.of(), Set.of("turnout.example"))));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @BeforeEach
    void open() {
        VanityHost own = new VanityHost(host, fair.org(), Optional.empty(), HostState.OPEN);
        assertThat(HOUSE.memory.hosts().keep(own)).isNotNull();
    }

    /// Asks for an address, as a browser that has this cookie.
    private static Answer get(String address, String cookie) {
        return get(HOUSE, address, cookie);
    }

    private static Answer get(OpenHouse house, String address, String cookie) {
        URI uri = URI.create(address);
        return RawSocket.say(
                house.port(),
                "GET "
                        + uri.getPath()
                        + " HTTP/1.1\r\nHost: "
                        + uri.getHost()
                        + "\r\nAccept: text/html\r\nCookie: "
                        + cookie
                        + "\r\nConnection: close\r\n\r\n");
    }

    private String address(Optional<HostName> own, String token) {
        return SITE.address(fair.org(), own, new LinkToken(token));
    }

    private static String header(Answer answer, String name) {
        return answer.text()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_address_that_the_org_was_told_leads_to_the_form_and_names_no_org() {
        String address = address(Optional.of(host), ada.token());
        assertThat(address).isEqualTo("https://" + host + "/i/" + ada.token());

        Answer moved = get(address, "none=1");

        assertThat(moved.status()).isEqualTo(303);
        String cookie = header(moved, "set-cookie");
        String page = header(moved, "location");
        assertThat(page).doesNotContain(ada.token());
        Answer form =
                get(
                        "https://" + host + URI.create(page).getPath(),
                        cookie.substring(0, cookie.indexOf(';')));
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("value=\"ada@example.com\"");
        assertThat(get(address(Optional.empty(), ada.token()), "none=1").status()).isEqualTo(303);
    }

    @Test
    void after_registering_the_same_address_leads_to_what_they_have() {
        String address = address(Optional.of(host), ada.token());
        String body =
                "{\"link\":\"%s\",\"attendees\":[%s]}".formatted(ada.token(), Fair.attendee("ada"));
        assertThat(HOUSE.post(fair.registrations(), "k", body).statusCode()).isEqualTo(201);

        Answer moved = get(address, "none=1");
        String cookie = header(moved, "set-cookie");
        Answer back =
                get(
                        "https://" + host + URI.create(header(moved, "location")).getPath(),
                        cookie.substring(0, cookie.indexOf(';')));

        assertThat(back.status()).isEqualTo(303);
        String mine = header(back, "location");
        assertThat(mine).contains("/r/");
        String key = header(back, "set-cookie");
        Answer shown =
                get(
                        "https://" + host + URI.create(mine).getPath(),
                        key.substring(0, key.indexOf(';')));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("Cancel");
    }

    @Test
    void a_link_of_another_org_is_none_there() {
        Fair other = Fair.open(HOUSE.memory, new Seats.Unlimited());
        Invited grace = Invited.to(other, HOUSE, "g", 1);

        Answer strange = get("https://" + host + "/i/" + grace.token(), "none=1");
        Answer named = get("https://" + host + grace.mail(), "none=1");

        assertThat(strange.status()).isEqualTo(404);
        assertThat(named.status()).isEqualTo(421);
        assertThat(strange.text()).doesNotContain(grace.token());
    }

    @Test
    void guesses_are_limited_there_as_everywhere() {
        try (OpenHouse house = house(FOUR)) {
            Fair there = Fair.open(house.memory, new Seats.Unlimited());
            Invited grace = Invited.to(there, house, "a", 1);
            var own = new VanityHost(host, there.org(), Optional.empty(), HostState.OPEN);
            assertThat(house.memory.hosts().keep(own)).isNotNull();
            String page = "https://" + host + "/i/";

            int heard = 0;
            while (get(house, page + grace.wrong(), "none=1").status() == 404) {
                heard++;
            }

            assertThat(heard).isBetween(4, 5);
            assertThat(get(house, page + grace.token(), "none=1").status()).isEqualTo(429);
        }
    }
}
