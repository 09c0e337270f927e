package io.turnout.simulator;

import static io.turnout.simulator.Desk.attendee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.simulator.schema.CustomObjects;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    @TempDir private Path data;

    private Desk open() {
        return new Desk(Desk.settings().withData(data));
    }

    @Test
    void what_was_committed_is_there_after_a_restart_with_its_ids_and_its_key_is_taken() {
        String before;
        try (Desk desk = open()) {
            var _ =
                    desk.upsert(
                            false, attendee("a", "a@x.example"), attendee("gone", "b@x.example"));
            var _ = desk.upsert(false, attendee("a", "new@x.example"));
            var _ =
                    desk.client()
                            .delete(
                                    Client.DATA
                                            + "/sobjects/Attendee__c/"
                                            + desk.stored("gone", "Id"));
            before = desk.stored().toString();
        }

        try (Desk desk = open()) {
            assertThat(desk.stored()).hasToString(before);
            assertThat(desk.stored()).containsOnlyKeys("a");
            var again = desk.upsert(false, attendee("A", "x@x.example")).json();
            assertThat(again.at("/0/created").asBoolean()).isFalse();
            var fresh = desk.upsert(false, attendee("c", "c@x.example")).json();
            assertThat(fresh.at("/0/id").asText()).isEqualTo("a04xx0000000003AAA");
        }
    }

    @Test
    void rows_of_an_object_of_ones_own_are_there_when_the_object_is() {
        SimulatorSettings settings =
                Desk.settings()
                        .withData(data)
                        .withObjects(
                                CustomObjects.read(
                                        """
                                        {"name":"Hall__c","keyPrefix":"a20","fields":[
                                        {"name":"Size__c","type":"picklist","values":["L"]}]}\
                                        """));
        try (Desk desk = new Desk(settings)) {
            var _ = desk.client().post(Client.DATA + "/sobjects/Hall__c", "{\"Size__c\":\"l\"}");
        }

        try (Desk desk = new Desk(settings)) {
            var halls = desk.admin().get("/orgs/" + Desk.ORG_A + "/rows/Hall__c").json();
            assertThat(halls.at("/0/Size__c").asText()).isEqualTo("L");
        }
    }

    @Test
    void a_last_line_that_was_cut_short_is_dropped_and_written_over() throws IOException {
        try (Desk desk = open()) {
            var _ = desk.upsert(false, attendee("kept", "a@x.example"));
            var _ = desk.upsert(false, attendee("torn", "b@x.example"));
        }
        Path journal = data.resolve(Desk.ORG_A + ".journal");
        String text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() - 20));

        try (Desk desk = open()) {
            assertThat(desk.stored()).containsOnlyKeys("kept");
            var _ = desk.upsert(false, attendee("later", "c@x.example"));
        }

        try (Desk desk = open()) {
            assertThat(desk.stored()).containsOnlyKeys("kept", "later");
        }
    }

    @Test
    void what_was_answered_survives_a_process_that_is_killed() throws Exception {
        Process process = program();
        try {
            Client client = Client.loggedIn(address(process));
            var results =
                    client.patch(
                                    Client.DATA + "/composite/sobjects/Attendee__c/External_Id__c",
                                    Desk.collection(false, Desk.attendees(200)))
                            .json();
            assertThat(results).hasSize(200).allMatch(r -> r.path("success").asBoolean());
        } finally {
            assertThat(process.destroyForcibly().waitFor()).isNotZero();
        }

        try (Desk desk = open()) {
            assertThat(desk.stored()).hasSize(200);
        }
    }

    @Test
    void two_simulators_do_not_share_a_directory() {
        try (Desk first = open()) {
            assertThatThrownBy(() -> open().close()).hasMessageContaining("another simulator");

            assertThat(first.upsert(false, attendee("a", "a@x.example")).status()).isEqualTo(200);
        }
        try (Desk later = open()) {
            assertThat(later.stored()).containsOnlyKeys("a");
        }
    }

    private Process program() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--org",
                        Desk.ORG_A + ":0",
                        "--admin-port",
                        "0",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static URI address(Process process) throws IOException {
        var lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(Desk.ORG_A)) {
                return URI.create(line.strip().split(" ", 2)[0]);
            }
        }
        throw new IllegalStateException("the program ended");
    }

    @Test
    void a_taken_port_is_named() {
        try (Desk desk = open()) {
            int port = desk.simulator().api(Desk.ORG_A).getPort();
            SimulatorSettings same =
                    SimulatorSettings.onFreePorts(Desk.ORG_A)
                            .withOrgs(List.of(OrgSettings.of(Desk.ORG_A, port)));

            assertThatThrownBy(() -> Simulator.start(same).close())
                    .hasMessageContaining("port " + port);
        }
    }
}
