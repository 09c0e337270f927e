package io.turnout.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of the admin port makes sense, or is refused there and not by a later call.
class OrdersTest {
    private final Desk desk = Desk.open();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    faults | {"kind":"slow","millis":-1}
                    faults | {"kind":"slow","millis":"long"}
                    budget | {"max":-1}
                    budget | {"used":"x"}
                    limits | {"lockWaitMillis":-1}
                    limits | {"longCalls":99999999999}
                    """)
    void what_makes_no_sense_is_not_ordered(String what, String order) {
        Client.Answer answer = desk.admin().post("/orgs/" + Desk.ORG_A + "/" + what, order);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).endsWith("0 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows/Event__c?limit=x", "calls?limit=-1", "calls?after=x"})
    void a_page_of_no_size_is_refused_before_it_begins(String what) {
        Client.Answer answer = desk.admin().get("/orgs/" + Desk.ORG_A + "/" + what);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).endsWith("0 or more");
    }
}
