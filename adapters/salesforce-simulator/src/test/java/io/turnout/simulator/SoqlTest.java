package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {
    private final Desk desk = Desk.open();

    @BeforeEach
    void accounts() {
        account("{\"Name\":\"Anna\",\"AnnualRevenue\":10,\"Type\":\"x\"}");
        account("{\"Name\":\"bert\",\"AnnualRevenue\":20}");
        account("{\"Name\":\"O'Neil\",\"AnnualRevenue\":30,\"Type\":\"y\"}");
        account("{\"Name\":\"50% off\",\"Type\":\"y\",\"External_Id__c\":\"acc-4\"}");
    }

    private void account(String fields) {
        var _ = desk.client().post(Client.DATA + "/sobjects/Account", fields);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Client.Answer query(String soql) {
        return desk.client().get(Client.DATA + "/query/?q=" + Client.encode(soql));
    }

    private List<String> names(String soql) {
        return StreamSupport.stream(query(soql).json().path("records").spliterator(), false)
                .map(record -> record.path("Name").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id FROM Account LIMIT -1",
                "SELECT Id FROM Account LIMIT 99999999999",
                "SELECT Id FROM Account OFFSET -1",
                "SELECT Id FROM Account WHERE Name = 'open",
            })
    void what_is_no_query_is_malformed(String soql) {
        Client.Answer answer = query(soql);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/0/errorCode").asText()).isEqualTo("MALFORMED_QUERY");
    }

    @Test
    void a_query_may_be_long_but_not_deep() {
        String name = "'" + "x".repeat(12_000) + "'";

        assertThat(query("SELECT Id FROM Account WHERE Name = " + name).status()).isEqualTo(200);
        assertThat(asJob("Name = '" + "\\'".repeat(40_000) + "'")).isEqualTo("JobComplete");
        assertThat(asJob("Name = 'x'" + " OR Name = 'x'".repeat(6_000))).isEqualTo("JobComplete");
        assertThat(asJob("Name = '" + "x".repeat(100_000) + "'")).isEqualTo("MALFORMED_QUERY");
        assertThat(asJob("NOT ".repeat(9_000) + "Name = 'x'")).isEqualTo("MALFORMED_QUERY");
        assertThat(asJob("(".repeat(9_000) + "Name = 'x'" + ")".repeat(9_000)))
                .isEqualTo("MALFORMED_QUERY");
    }

    /// Asked as a job, since an address has no room for it: the state it ends in, or the refusal.
    private String asJob(String where) {
        var order = Client.JSON.createObjectNode().put("operation", "query");
        order.put("query", "SELECT Id FROM Account WHERE " + where);
        String jobs = Client.DATA + "/jobs/query";
        JsonNode made = desk.client().post(jobs, order.toString()).json();
        return made.isArray()
                ? made.at("/0/errorCode").asText()
                : desk.client()
                        .get(jobs + "/" + made.path("id").asText())
                        .json()
                        .path("state")
                        .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01gxx0000000001AAA-99999999999", "01gxx0000000001AAA", "x"})
    void a_page_nobody_promised_is_refused(String locator) {
        Client.Answer answer = desk.client().get(Client.DATA + "/query/" + locator);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/0/errorCode").asText()).isEqualTo("INVALID_QUERY_LOCATOR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Name = 'anna'                                | Anna
                    Name != 'anna'                               | bert,O'Neil,50% off
                    Name = 'O\\'Neil'                            | O'Neil
                    AnnualRevenue > 10                           | bert,O'Neil
                    AnnualRevenue >= 10 AND AnnualRevenue < 30   | Anna,bert
                    AnnualRevenue = null                         | 50% off
                    Type != null                                 | Anna,O'Neil,50% off
                    Type IN ('x', 'z') OR AnnualRevenue = 20.0   | Anna,bert
                    Type NOT IN ('y')                            | Anna,bert
                    NOT (Type = 'y' OR Name LIKE 'A%')           | bert
                    Name LIKE '%E_T%'                            | bert
                    SystemModstamp >= 2020-01-01T00:00:00Z       | Anna,bert,O'Neil,50% off
                    CreatedDate < 2020-01-01T00:00:00+01:00      | ``
                    IsDeleted = true                             | ``
                    Id = '001xx0000000001'                       | Anna
                    Id IN ('001xx0000000002AAA', '001xx0000000002') | bert
                    Name = 'bert' AND Id = '001xx0000000001'     | ``
                    External_Id__c = 'ACC-4'                     | 50% off
                    External_Id__c IN ('acc-4', null)            | Anna,bert,O'Neil,50% off
                    """)
    void a_condition_finds_its_rows(String condition, String expected) {
        List<String> found = names("SELECT Name FROM Account WHERE " + condition);

        assertThat(String.join(",", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ORDER BY Name                                      | 50% off,Anna,bert,O'Neil
                    ORDER BY AnnualRevenue                             | 50% off,Anna,bert,O'Neil
                    ORDER BY AnnualRevenue DESC NULLS LAST             | O'Neil,bert,Anna,50% off
                    ORDER BY Type ASC NULLS LAST, Name DESC            | Anna,O'Neil,50% off,bert
                    ORDER BY Name LIMIT 2 OFFSET 1                     | Anna,bert
                    """)
    void rows_come_in_the_order_asked_for(String order, String expected) {
        assertThat(String.join(",", names("SELECT Name FROM Account " + order)))
                .isEqualTo(expected);
    }

    @Test
    void a_record_carries_its_type_its_address_and_its_parents() {
        var _ = desk.upsert(false, Desk.attendee("a", "a@x.example"));

        JsonNode answer =
                query("select Email__c, Event__r.Name, Event_Item__r.Name from Attendee__c").json();

        assertThat(answer.path("totalSize").asInt()).isEqualTo(1);
        assertThat(answer.path("done").asBoolean()).isTrue();
        assertThat(answer.has("nextRecordsUrl")).isFalse();
        String sobjects = "/services/data/v66.0/sobjects/";
        assertThat(answer.path("records"))
                .hasToString(
                        """
                        [{"attributes":{"type":"Attendee__c",\
                        "url":"%sAttendee__c/a04xx0000000001AAA"},\
                        "Email__c":"a@x.example",\
                        "Event__r":{"attributes":{"type":"Event__c",\
                        "url":"%sEvent__c/a01xx0000000001AAA"},\
                        "Name":"Harbour Conference"},"Event_Item__r":null}]\
                        """
                                .formatted(sobjects, sobjects));
    }

    @Test
    void a_count_is_a_size_without_records() {
        JsonNode answer = query("SELECT COUNT() FROM Account WHERE Type = 'y'").json();

        assertThat(answer).hasToString("{\"totalSize\":2,\"done\":true,\"records\":[]}");
    }

    @Test
    void a_large_answer_comes_in_pages_that_miss_and_repeat_nothing() {
        for (int i = 0; i < 11; i++) {
            int part = i;
            String[] rows = Desk.attendees(200);
            for (int j = 0; j < rows.length; j++) {
                rows[j] = rows[j].replace("\"att-", "\"att-" + part + "-");
            }
            assertThat(desk.upsert(false, rows).json()).hasSize(200);
        }

        JsonNode first = query("SELECT Id FROM Attendee__c ORDER BY Id").json();
        String next = first.path("nextRecordsUrl").asText();
        JsonNode second = desk.client().get(next).json();

        assertThat(first.path("records")).hasSize(2_000);
        assertThat(first.path("totalSize").asInt()).isEqualTo(2_200);
        assertThat(first.path("done").asBoolean(true)).isFalse();
        assertThat(next).matches("/services/data/v66.0/query/01g[A-Za-z0-9]{15}-2000");
        assertThat(second.path("records")).hasSize(200);
        assertThat(second.path("done").asBoolean()).isTrue();
        assertThat(second.at("/records/0/Id").asText())
                .isGreaterThan(first.at("/records/1999/Id").asText());
        Client.Answer bad = desk.client().get(Client.DATA + "/query/01gxx0000000099AAA-2000");
        assertThat(bad.text()).contains("INVALID_QUERY_LOCATOR");
    }

    @Test
    void deleted_rows_are_found_by_query_all_alone() {
        var _ = desk.client().delete(Client.DATA + "/sobjects/Account/001xx0000000001AAA");
        String soql = Client.encode("SELECT COUNT() FROM Account");

        JsonNode all = desk.client().get(Client.DATA + "/queryAll?q=" + soql).json();

        assertThat(all.path("totalSize").asInt()).isEqualTo(4);
        assertThat(query("SELECT COUNT() FROM Account").json().path("totalSize").asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT Nope FROM Account                   | 400 | INVALID_FIELD
                    SELECT Id FROM Nope__c                     | 400 | INVALID_TYPE
                    SELECT Id FROM                             | 400 | MALFORMED_QUERY
                    SELECT Id, FROM Account                    | 400 | MALFORMED_QUERY
                    SELECT Id FROM Account WHERE Name = 5      | 400 | INVALID_FIELD
                    SELECT Id FROM Account WHERE Name = 'open  | 400 | MALFORMED_QUERY
                    SELECT Name FROM Account GROUP BY Name HAVING Name = 'x' | 501 | NOT_MODELLED
                    SELECT Name FROM Account GROUP BY ROLLUP(Name) | 501 | NOT_MODELLED
                    SELECT FORMAT(Name) FROM Account           | 501 | NOT_MODELLED
                    SELECT Id FROM Account GROUP BY Name       | 400 | MALFORMED_QUERY
                    SELECT Description FROM Account GROUP BY Description | 400 | MALFORMED_QUERY
                    SELECT SUM(Name) FROM Account              | 400 | MALFORMED_QUERY
                    SELECT Name FROM Account ORDER BY MAX(Name) | 400 | MALFORMED_QUERY
                    SELECT Name alias FROM Account             | 400 | MALFORMED_QUERY
                    SELECT (SELECT Id FROM Nope__r) FROM Account | 400 | INVALID_TYPE
                    SELECT (SELECT Id FROM Contacts OFFSET 1) FROM Account | 501 | NOT_MODELLED
                    SELECT (SELECT (SELECT Id FROM X) FROM Contacts) FROM User | 501 | NOT_MODELLED
                    SELECT Id FROM User WHERE Id IN (SELECT OwnerId FROM X)  | 501 | NOT_MODELLED
                    SELECT Id FROM Account WHERE CreatedDate = TODAY | 501 | NOT_MODELLED
                    """)
    void a_wrong_query_is_refused_and_an_unknown_one_is_not_guessed_at(
            String soql, int status, String code) {
        Client.Answer answer = query(soql);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/0/errorCode").asText()).isEqualTo(code);
    }
}
