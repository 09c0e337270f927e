package io.turnout.domain.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordIdTest {
    @Test
    void right_check_characters_pass() {
        assertThat(RecordId.complete("00DTURNOUT0000125A")).isEqualTo("00DTURNOUT0000125A");
        assertThat(RecordId.complete("00DTURNOUT0000225A")).isEqualTo("00DTURNOUT0000225A");
        assertThat(RecordId.complete("00DTURNOUT0000025A")).isEqualTo("00DTURNOUT0000025A");
    }

    @Test
    void wrong_check_characters_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordId.complete("00DTURNOUT0000125B"))
                .withMessageContaining("check characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordId.complete("00dTURNOUT0000125A"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordId.complete("00DTURNOUT0000125a"));
    }

    @Test
    void the_short_form_is_completed() {
        assertThat(RecordId.complete("00DTURNOUT00001")).isEqualTo("00DTURNOUT0000125A");
        assertThat(RecordId.complete("aaaaaaaaaaaaaaa")).isEqualTo("aaaaaaaaaaaaaaaAAA");
        assertThat(RecordId.complete("AAAAAAAAAAAAAAA")).isEqualTo("AAAAAAAAAAAAAAA555");
        assertThat(RecordId.complete("aaaaaaaaaaaaaaA")).isEqualTo("aaaaaaaaaaaaaaAAAQ");
    }

    @Test
    void what_is_no_id_is_refused() {
        List<String> wrong =
                List.of(
                        "",
                        "00DTURNOUT0000",
                        "00DTURNOUT000012",
                        "00DTURNOUT0000125",
                        "00DTURNOUT0000125AA",
                        "00DTURNOUT0000é",
                        "00DTURNOUT 0001",
                        "00DTURNOUT/0001");
        for (String id : wrong) {
            assertThatIllegalArgumentException().as(id).isThrownBy(() -> RecordId.complete(id));
        }
    }

    @Test
    void an_org_is_known_by_its_prefix() {
        assertThat(new OrgId("00DTURNOUT00001")).isEqualTo(new OrgId("00DTURNOUT0000125A"));
        assertThat(new OrgId("00DTURNOUT00001")).hasToString("00DTURNOUT0000125A");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrgId("a01000000000001"));
    }
}
