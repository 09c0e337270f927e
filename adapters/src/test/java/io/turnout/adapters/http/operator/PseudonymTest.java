package io.turnout.adapters.http.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymTest {
    @Test
    void a_name_of_the_sign_in_service_stays_and_an_address_becomes_a_hash() {
        assertThat(Pseudonym.of("auth0|5f7c8ec7c33c6c004bbafe82"))
                .isEqualTo("auth0|5f7c8ec7c33c6c004bbafe82");
        assertThat(Pseudonym.of("ada@example.com"))
                .isEqualTo(Pseudonym.of("ada@example.com"))
                .startsWith("sha256:")
                .doesNotContain("ada")
                .isNotEqualTo(Pseudonym.of("bob@example.com"));
        assertThat(Pseudonym.of("Ada Lovelace")).startsWith("sha256:");
        assertThat(Pseudonym.of("x".repeat(129))).startsWith("sha256:");
    }
}
