package io.turnout.simulator;

import static io.turnout.simulator.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_large_answer_is_packed_for_who_can_unpack_it() throws IOException, InterruptedException {
        var request =
                desk.client()
                        .request(DATA + "/sobjects/Attendee__c/describe/")
                        .header("Accept-Encoding", "gzip")
                        .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());

            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                JsonNode described = Client.JSON.readTree(in.readAllBytes());
                assertThat(described.path("name").asText()).isEqualTo("Attendee__c");
            }
        }
    }

    @Test
    void pages_are_as_small_as_the_client_asks_but_not_below_two_hundred() {
        var _ = desk.upsert(false, Desk.attendees(200));
        String[] more = Desk.attendees(200);
        for (int i = 0; i < more.length; i++) {
            more[i] = more[i].replace("att-", "more-");
        }
        var _ = desk.upsert(false, more);

        for (String size : List.of("200", "5")) {
            var query =
                    desk.client()
                            .request(DATA + "/query?q=SELECT+Id+FROM+Attendee__c")
                            .header("Sforce-Query-Options", "batchSize=" + size)
                            .GET();

            JsonNode page = desk.client().send(query).json();

            assertThat(page.path("records")).hasSize(200);
            assertThat(page.path("nextRecordsUrl").asText()).endsWith("-200");
        }
    }
}
