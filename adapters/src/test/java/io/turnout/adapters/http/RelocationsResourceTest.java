package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.Ports;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryKeyManagement;
import io.turnout.application.memory.MemoryMovers;
import io.turnout.application.memory.MemoryRelocations;
import io.turnout.application.memory.MemoryStackStore;
import io.turnout.application.relocation.MovableStack;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.StackName;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Moves of orgs, as operators ask for them.
class RelocationsResourceTest {
    private final MemoryStackStore heroku =
            new MemoryStackStore(new StackName("heroku"), List.of());
    private final MemoryStackStore aws = new MemoryStackStore(new StackName("aws"), List.of());
    private final OperatedHouse house = new OperatedHouse(this::with);
    private final OrgId org = Ids.org();

    private Ports with(Ports ports) {
        return ports.with(
                RelocationPorts.class,
                new RelocationPorts(
                        new MemoryRelocations(() -> Fair.NOON),
                        List.of(
                                new MovableStack(heroku, new MemoryKeyManagement()),
                                new MovableStack(aws, new MemoryKeyManagement())),
                        MemoryMovers.one(),
                        ports.audit(),
                        () -> Fair.NOON,
                        () -> {}));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> send(String role, String method, String path, String body) {
        return house.sendTo("/v1/operator/relocations", role, method, path, body);
    }

    private HttpResponse<String> ask(String to) {
        return send("releaser", "POST", "", "{\"org\":\"%s\",\"to\":\"%s\"}".formatted(org, to));
    }

    private JsonNode seen(String id) {
        return json(send("viewer", "GET", "/" + id, ""));
    }

    @Test
    void an_org_is_moved_rolled_back_and_left_there() {
        heroku.welcome(org);

        HttpResponse<String> asked = ask("aws");
        assertThat(asked.statusCode()).isEqualTo(201);
        String id = json(asked).path("id").asText();
        assertThat(asked.headers().firstValue("Location"))
                .contains("/v1/operator/relocations/" + id);
        assertThat(json(asked).path("state").asText()).isEqualTo("asked");
        assertThat(house.useCases().relocations().run().run()).isTrue();

        assertThat(seen(id).path("state").asText()).isEqualTo("moved");
        assertThat(seen(id).path("message").asText()).contains("at home at aws");
        assertThat(seen(id).has("pauseMillis")).isTrue();
        HttpResponse<String> back = send("releaser", "POST", "/" + id + "/roll-back", "");
        assertThat(back.statusCode()).isEqualTo(201);
        assertThat(json(back).path("to").asText()).isEqualTo("heroku");
        assertThat(house.useCases().relocations().run().run()).isTrue();
        String backId = json(back).path("id").asText();
        HttpResponse<String> kept = send("releaser", "POST", "/" + backId + "/complete", "");
        assertThat(json(kept).path("state").asText()).isEqualTo("completed");
        assertThat(json(send("auditor", "GET", "", "")).path("relocations")).hasSize(2);
        refused(send("releaser", "POST", "/" + backId + "/complete", ""), 409, "version-conflict");
    }

    @Test
    void a_move_that_nobody_has_begun_is_stopped_and_says_so() {
        heroku.welcome(org);
        String id = json(ask("aws")).path("id").asText();

        assertThat(send("releaser", "POST", "/" + id + "/roll-back", "").statusCode())
                .isEqualTo(202);
        assertThat(house.useCases().relocations().run().run()).isTrue();

        assertThat(seen(id).path("state").asText()).isEqualTo("stayed");
        assertThat(seen(id).path("reason").asText()).isEqualTo("stopped");
        assertThat(seen(id).path("message").asText()).contains("Nothing has changed");
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_reason() {
        refused(ask("aws"), 404, "not-found");
        heroku.welcome(org);
        refused(ask("heroku"), 409, "version-conflict");
        refused(ask("nowhere"), 422, "invalid");
        refused(ask("No Where"), 422, "invalid");
        assertThat(ask("aws").statusCode()).isEqualTo(201);
        refused(ask("aws"), 409, "version-conflict");
        String nothing = "/" + UUID.randomUUID();
        refused(send("viewer", "GET", nothing, ""), 404, "not-found");
        refused(send("releaser", "POST", nothing + "/roll-back", ""), 404, "not-found");
        refused(send("releaser", "POST", nothing + "/complete", ""), 404, "not-found");
    }
}
