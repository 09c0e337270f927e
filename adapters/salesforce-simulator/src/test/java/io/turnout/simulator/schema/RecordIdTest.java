package io.turnout.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordIdTest {
    @Test
    void the_three_last_characters_say_which_of_the_others_are_capitals() {
        assertThat(RecordId.withChecksum("001D000000IqhSL")).isEqualTo("001D000000IqhSLIAZ");
        assertThat(RecordId.withChecksum("00DTURNOUT00001")).isEqualTo("00DTURNOUT0000125A");
    }

    @Test
    void an_id_may_come_without_its_checksum_but_not_with_a_wrong_one() {
        assertThat(RecordId.parse("001D000000IqhSL")).contains("001D000000IqhSLIAZ");
        assertThat(RecordId.parse("001D000000IqhSLIAZ")).contains("001D000000IqhSLIAZ");
        assertThat(RecordId.parse("001D000000IqhSLIAA")).isEmpty();
        assertThat(RecordId.parse("001D000000Iqh-L")).isEmpty();
        assertThat(RecordId.parse("001D")).isEmpty();
    }

    @Test
    void later_rows_have_later_ids() {
        String last = "";
        for (long number = 1; number < 100_000; number += 7) {
            String id = RecordId.of("a04", number);
            assertThat(id).hasSize(18).isGreaterThan(last);
            assertThat(RecordId.number(id)).isEqualTo(number);
            last = id;
        }
    }
}
