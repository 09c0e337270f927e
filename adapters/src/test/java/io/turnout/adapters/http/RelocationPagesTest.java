package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.http.lane.LaneSettings;
import io.turnout.adapters.http.operator.Role;
import io.turnout.adapters.http.signin.DeskSettings;
import io.turnout.application.Ports;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.memory.MemoryMovers;
import io.turnout.application.memory.MemoryRelocations;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.domain.homing.Errand;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Relocation;
import io.turnout.domain.relocation.RelocationId;
import io.turnout.domain.relocation.StackName;
import io.turnout.domain.rollout.Flag;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Moves on the dashboard: they are shown, and what is done to them there is done.
class RelocationPagesTest {
    private static final StackName HEROKU = new StackName("heroku");
    private static final StackName AWS = new StackName("aws");
    private static final String ROOM = "/operator/relocations";
    private static final MemoryStackStore HERE = new MemoryStackStore(HEROKU, List.of());
    private static final MemoryStackStore THERE = new MemoryStackStore(AWS, List.of());
    private static final MemoryRelocations MOVES = new MemoryRelocations(() -> Fair.NOON);
    private static final OpenHouse HOUSE =
            new OpenHouse(
                    () -> Fair.NOON,
                    new HttpDoorSettings(
                            Duration.ofSeconds(5),
                            100,
                            100,
                            Optional.empty(),
                            new DeskSettings(URI.create("http://127.0.0.1"), Optional.empty()),
                            LaneSettings.USUAL),
                    RelocationPagesTest::with);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Desks.Session releaser = Desks.signedIn(HOUSE, Role.RELEASER);
    private final Desks.Session viewer = Desks.signedIn(HOUSE, Role.VIEWER);
    private final OrgId org = welcome();

    private static Ports with(Ports ports) {
        return ports.with(
                RelocationPorts.class,
                new RelocationPorts(
                        MOVES,
                        List.of(
                                new MovableStack(HERE, new MemoryKeyManagement()),
                                new MovableStack(THERE, new MemoryKeyManagement())),
                        MemoryMovers.one(),
                        ports.audit(),
                        () -> Fair.NOON,
                        () -> {}));
    }

    private static OrgId welcome() {
        OrgId org = Ids.org();
        HERE.welcome(org);
        return org;
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        HOUSE.close();
    }

    private String get(Desks.Session who, String path) throws Exception {
        return send(who, HOUSE.request(path).GET()).body();
    }

    private HttpResponse<String> post(Desks.Session who, String path) throws Exception {
        return send(
                who,
                HOUSE.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("csrf=" + who.token())));
    }

    private static HttpResponse<String> send(Desks.Session who, HttpRequest.Builder request)
            throws Exception {
        return CLIENT.send(
                request.header("Cookie", who.cookie()).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void run() {
        while (HOUSE.useCases.relocations().run().run()) {
            // Until nothing is left to do.
        }
    }

    private String page() {
        return ROOM + "/" + Optional.ofNullable(MOVES.latest().get(org)).orElseThrow().id();
    }

    @Test
    void an_org_is_moved_completed_and_rolled_back_and_each_page_says_how_it_stands()
            throws Exception {
        String there = ROOM + "/begin?org=" + org + "&to=aws";

        assertThat(get(releaser, ROOM + "?org=" + org)).contains("heroku", "id=\"to-aws\"");
        assertThat(get(releaser, there)).contains("moves from heroku to aws");
        assertThat(post(releaser, there).statusCode()).isEqualTo(303);
        assertThat(get(releaser, page())).contains("asked for", "Stop it…", "Nobody has begun");
        run();
        assertThat(get(releaser, page()))
                .contains("at home at aws", "Roll it", "Complete it…", "copying", "SHA-256");
        assertThat(get(releaser, page() + "/complete")).contains("stays at aws", "sealed");
        assertThat(post(releaser, page() + "/complete").statusCode()).isEqualTo(303);
        assertThat(get(releaser, page())).contains("completed").doesNotContain("Complete it…");
        assertThat(get(releaser, page() + "/roll-back")).contains("moves back from aws to heroku");
        assertThat(post(releaser, page() + "/roll-back").statusCode()).isEqualTo(303);
        run();

        assertThat(get(releaser, ROOM)).contains(org.value(), "aws → heroku", "heroku → aws");
        assertThat(get(releaser, ROOM + "?org=" + org)).contains("after 2 moves");
    }

    @Test
    void a_move_that_is_not_finished_is_stopped() throws Exception {
        assertThat(post(releaser, ROOM + "/begin?org=" + org + "&to=aws").statusCode())
                .isEqualTo(303);

        assertThat(get(releaser, page() + "/roll-back")).contains("Stop it now", "stays at heroku");
        assertThat(post(releaser, page() + "/roll-back").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains(page(), "done=stopping"));
        run();

        assertThat(get(releaser, page())).contains("stayed", "stopped");
    }

    @Test
    void what_a_flag_asked_for_says_so_and_that_its_plan_pauses() throws Exception {
        RelocationId id = new RelocationId(UUID.randomUUID());
        String by = Errand.asker(Flag.home(AWS));
        assertThat(MOVES.ask(new Relocation.Order(id, org, HEROKU, AWS, by))).isTrue();
        run();

        assertThat(get(releaser, page())).contains("/operator/rollouts?flag=home-aws");
        assertThat(get(releaser, page() + "/roll-back")).contains("gave it the flag pauses");
    }

    @Test
    void a_viewer_sees_it_and_is_offered_nothing() throws Exception {
        String there = ROOM + "/begin?org=" + org + "&to=aws";

        assertThat(get(viewer, ROOM + "?org=" + org))
                .contains("heroku")
                .doesNotContain("id=\"to-aws\"");
        assertThat(post(viewer, there).statusCode()).isEqualTo(403);
    }

    @Test
    void what_makes_no_sense_is_refused_and_says_why() throws Exception {
        assertThat(get(releaser, ROOM + "?org=" + Ids.org())).contains("never heard of");
        assertThat(post(releaser, ROOM + "/begin?org=" + org + "&to=heroku").body())
                .contains("at home there already");
        assertThat(post(releaser, ROOM + "/begin?org=" + org + "&to=azure").statusCode())
                .isEqualTo(422);
        assertThat(post(releaser, ROOM + "/begin?org=" + Ids.org() + "&to=aws").statusCode())
                .isEqualTo(404);
        assertThat(get(releaser, ROOM + "/" + UUID.randomUUID())).contains("no such move");
    }
}
