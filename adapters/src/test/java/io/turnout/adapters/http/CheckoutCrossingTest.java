package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.memory.Memory;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The outage this house was built after: two stacks on one Redis, and the sessions of one opened
/// in the other. Here cookies are sent at random to four instances of two stacks, which have the
/// same orgs and the same events.
class CheckoutCrossingTest {
    private static final int ASKED = Integer.getInteger("turnout.spray.http", 4_000);
    private static final int VISITORS = 25;
    private static final List<String> STACKS = List.of("heroku", "aws");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]*)\"");

    private record Canary(String stack, Fair fair, String cookie, String key) {}

    private record Instance(String stack, OpenHouse house) {}

    private static String page(Fair fair) {
        return "/o/" + fair.org() + "/e/" + Fair.FAIR;
    }

    /// A form without an address: whoever is known is shown their key, and nobody is registered.
    private static HttpResponse<String> send(OpenHouse house, Fair fair, String cookie) {
        return house.send(
                house.request(page(fair))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(HttpRequest.BodyPublishers.ofString("p0.name=Ada&do=register")));
    }

    @Test
    void a_cookie_is_known_in_its_own_stack_and_org_on_every_instance_and_nowhere_else()
            throws Exception {
        Random chance = new Random(20260311);
        List<Instance> instances = new ArrayList<>();
        try (SharedRedis shared = new SharedRedis()) {
            Memory heroku = Memory.empty(() -> Fair.NOON);
            Memory aws = Memory.empty(() -> Fair.NOON);
            List<Fair> fairs = List.of(open(heroku, aws), open(heroku, aws));
            for (Memory memory : List.of(heroku, aws, heroku, aws)) {
                String stack = STACKS.get(memory.equals(heroku) ? 0 : 1);
                instances.add(
                        new Instance(
                                stack,
                                new OpenHouse(
                                        () -> Fair.NOON,
                                        HttpDoorSettings.standard(),
                                        _ -> shared.ports(stack, memory))));
            }
            List<Canary> canaries = begin(instances, fairs);

            int known = 0;
            for (int i = 0; i < ASKED; i++) {
                Canary canary = canaries.get(chance.nextInt(canaries.size()));
                Instance there = instances.get(chance.nextInt(instances.size()));
                Fair fair = fairs.get(chance.nextInt(fairs.size()));
                HttpResponse<String> answer = send(there.house(), fair, canary.cookie());
                boolean own = there.stack().equals(canary.stack()) && fair.equals(canary.fair());

                assertThat(answer.statusCode()).isEqualTo(own ? 422 : 307);
                assertThat(key(answer).equals(canary.key())).isEqualTo(own);
                known += own ? 1 : 0;
            }

            System.out.printf(
                    "sprayed %d requests: %d known where they belong, 0 crossed%n", ASKED, known);
            assertThat(known).isBetween(ASKED / 8, ASKED / 2);
        } finally {
            instances.forEach(one -> one.house().close());
        }
    }

    /// The same org with the same event in both stacks.
    private static Fair open(Memory one, Memory other) {
        Fair fair = Fair.open(one, new Seats.Unlimited());
        other.licenses().keep(new License("L-1", LicenseStatus.ACTIVE, fair.org()));
        other.pages().keep(fair.called("Fair"), Fair.rooms(new Seats.Unlimited()));
        return fair;
    }

    private static List<Canary> begin(List<Instance> instances, List<Fair> fairs) {
        List<Canary> canaries = new ArrayList<>();
        for (Instance one : instances) {
            for (Fair fair : fairs) {
                for (int i = 0; i < VISITORS; i++) {
                    HttpResponse<String> begun = send(one.house(), fair, "x=y");
                    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
                    canaries.add(
                            new Canary(
                                    one.stack(),
                                    fair,
                                    cookie.substring(0, cookie.indexOf(';')),
                                    key(begun)));
                }
            }
        }
        return canaries;
    }

    /// The key a visitor is given or has: in the address, or in the form.
    private static String key(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("?key=");
        Matcher field = KEY.matcher(answer.body());
        return field.find() ? field.group(1) : location.substring(location.indexOf("=") + 1);
    }
}
