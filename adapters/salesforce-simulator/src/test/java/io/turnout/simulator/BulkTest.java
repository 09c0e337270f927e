package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkTest {
    private static final String JOBS = Client.DATA + "/jobs/";

    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    private JsonNode create() {
        String order =
                """
                {"object":"Attendee__c","operation":"upsert","externalIdFieldName":"External_Id__c",
                "contentType":"CSV","lineEnding":"LF"}\
                """;
        return desk.client().post(JOBS + "ingest/", order).json();
    }

    private Client.Answer upload(JsonNode job, String csv) {
        return desk.client()
                .send(
                        desk.client()
                                .request("/" + job.path("contentUrl").asText())
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofString(csv)));
    }

    private JsonNode finish(JsonNode job) {
        String path = JOBS + "ingest/" + job.path("id").asText();
        assertThat(desk.client().patch(path, "{\"state\":\"UploadComplete\"}").status())
                .isEqualTo(200);
        return awaited(path);
    }

    private JsonNode awaited(String path) {
        JsonNode now = desk.client().get(path).json();
        while (List.of("UploadComplete", "InProgress").contains(now.path("state").asText())) {
            now = desk.client().get(path).json();
        }
        return now;
    }

    @Test
    void a_job_takes_its_data_once_and_as_csv() {
        JsonNode job = create();
        String json =
                "{\"object\":\"Attendee__c\",\"operation\":\"insert\",\"contentType\":\"JSON\"}";

        assertThat(upload(job, "External_Id__c\na\n").status()).isEqualTo(201);
        assertThat(upload(job, "External_Id__c\na\n").text()).contains("InvalidBatch : ");
        assertThat(desk.client().post(JOBS + "ingest", json).text()).contains("InvalidJob : ");
    }

    @Test
    void a_small_job_comes_with_its_data_and_is_closed_at_once() {
        String body =
                """
                --cut\r
                Content-Type: application/json\r
                Content-Disposition: form-data; name="job"\r
                \r
                {"object":"Account","operation":"insert","contentType":"CSV"}\r
                --cut\r
                Content-Type: text/csv\r
                Content-Disposition: form-data; name="content"; filename="content"\r
                \r
                Name
                "Acme, and sons"
                \r
                --cut--\r
                """;
        var request =
                desk.client()
                        .request(JOBS + "ingest")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(BodyPublishers.ofString(body));

        JsonNode job = desk.client().send(request).json();
        JsonNode done = awaited(JOBS + "ingest/" + job.path("id").asText());

        assertThat(job.path("state").asText()).isEqualTo("UploadComplete");
        assertThat(job.has("contentUrl")).isFalse();
        assertThat(done.path("state").asText()).isEqualTo("JobComplete");
        assertThat(results(job, "successfulResults").getLast()).endsWith("\"Acme, and sons\"");
    }

    private List<String> results(JsonNode job, String which) {
        return desk.client()
                .get(JOBS + "ingest/" + job.path("id").asText() + "/" + which + "/")
                .text()
                .lines()
                .toList();
    }

    @Test
    void a_file_of_rows_goes_in_and_each_line_can_be_accounted_for() {
        JsonNode job = create();

        Client.Answer uploaded =
                upload(
                        job,
                        """
                        Id,External_Id__c,Event__r.External_Id__c,Email__c,Company__c
                        ,b-1,evt-1,a@x.example,"Acme, ""Ltd\"""
                        ,b-2,evt-1,no address,#N/A
                        ,b-3,evt-2,c@x.example,
                        """);
        JsonNode done = finish(job);

        assertThat(job.path("contentUrl").asText()).doesNotStartWith("/");
        assertThat(job.path("apiVersion").isNumber()).isTrue();
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(done.path("state").asText()).isEqualTo("JobComplete");
        assertThat(done.path("numberRecordsProcessed").asInt()).isEqualTo(3);
        assertThat(done.path("numberRecordsFailed").asInt()).isEqualTo(1);
        assertThat(results(job, "successfulResults"))
                .contains(
                        "\"sf__Id\",\"sf__Created\",\"Id\",\"External_Id__c\","
                                + "\"Event__r.External_Id__c\",\"Email__c\",\"Company__c\"",
                        "\"a04xx0000000001AAA\",\"true\",\"\",\"b-1\",\"evt-1\","
                                + "\"a@x.example\",\"Acme, \"\"Ltd\"\"\"");
        assertThat(results(job, "failedResults"))
                .contains(
                        "\"\",\"INVALID_EMAIL_ADDRESS:Email: invalid email address: no"
                                + " address:Email__c--\",\"\",\"b-2\",\"evt-1\","
                                + "\"no address\",\"#N/A\"");
        assertThat(results(job, "unprocessedrecords")).hasSize(1);
        assertThat(desk.stored()).containsOnlyKeys("b-1", "b-3");
    }

    @Test
    void several_batches_under_one_event_lose_nothing() {
        JsonNode job = create();
        StringBuilder csv = new StringBuilder("External_Id__c,Event__c\n");
        for (int i = 0; i < 25_000; i++) {
            csv.append("key-").append(i).append(',').append(Desk.EVENT).append('\n');
        }

        Client.Answer uploaded = upload(job, csv.toString());
        JsonNode done = finish(job);

        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(done.path("numberRecordsProcessed").asInt()).isEqualTo(25_000);
        assertThat(done.path("numberRecordsFailed").asInt()).isZero();
        String org = "/orgs/" + Desk.ORG_A;
        assertThat(desk.admin().get(org).json().at("/rows/Attendee__c").asInt()).isEqualTo(25_000);
    }

    @Test
    void an_unknown_column_fails_the_job_and_processes_nothing() {
        JsonNode job = create();
        assertThat(upload(job, "External_Id__c,Nope__c\nb-1,x\n").status()).isEqualTo(201);

        JsonNode done = finish(job);

        assertThat(done.path("state").asText()).isEqualTo("Failed");
        assertThat(done.path("errorMessage").asText())
                .isEqualTo("InvalidBatch : Field name not found : Nope__c");
        assertThat(results(job, "unprocessedrecords")).hasSize(2);
    }

    @Test
    void a_job_takes_one_file_and_can_be_aborted_and_deleted() {
        JsonNode job = create();
        String path = JOBS + "ingest/" + job.path("id").asText();
        assertThat(upload(job, "External_Id__c\na\n").status()).isEqualTo(201);

        Client.Answer second = upload(job, "External_Id__c\nb\n");
        Client.Answer early = desk.client().delete(path);
        Client.Answer aborted = desk.client().patch(path, "{\"state\":\"Aborted\"}");
        Client.Answer deleted = desk.client().delete(path);

        assertThat(second.status()).isEqualTo(400);
        assertThat(early.status()).isEqualTo(400);
        assertThat(aborted.json().path("state").asText()).isEqualTo("Aborted");
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(desk.client().get(path).status()).isEqualTo(404);
        assertThat(desk.stored()).isEmpty();
    }

    @Test
    void a_query_job_hands_its_rows_out_part_by_part() {
        var _ = desk.upsert(false, Desk.attendees(5));
        String order =
                "{\"operation\":\"query\",\"query\":"
                        + "\"SELECT External_Id__c, Event__r.Name FROM Attendee__c\"}";

        String id = desk.client().post(JOBS + "query", order).json().path("id").asText();
        Client.Answer first = desk.client().get(JOBS + "query/" + id + "/results?maxRecords=3");
        String locator = first.header("Sforce-Locator");
        Client.Answer second =
                desk.client().get(JOBS + "query/" + id + "/results?locator=" + locator);

        assertThat(desk.client().get(JOBS + "query/" + id).json().path("state").asText())
                .isEqualTo("JobComplete");
        assertThat(first.text().lines())
                .hasSize(4)
                .startsWith(
                        "\"External_Id__c\",\"Event__r.Name\"", "\"att-0\",\"Harbour Conference\"");
        assertThat(first.header("Sforce-NumberOfRecords")).isEqualTo("3");
        assertThat(second.text().lines()).hasSize(3);
        assertThat(second.header("Sforce-Locator")).isEqualTo("null");
        assertThat(second.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    }
}
