package io.turnout.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
    private static final Hand HAND = new Hand("op-1", "r-1");
    private static final Change CHANGE = new Change("host", Optional.empty(), "host=a.example");

    @Test
    void what_becomes_another_is_told_before_and_after_and_the_rest_is_not() {
        AuditEntry entry =
                CHANGE.value("state", Optional.of("open"), Optional.of("closed"))
                        .value("org", Optional.of("same"), Optional.of("same"))
                        .value("limit", Optional.empty(), Optional.of(50))
                        .by(HAND);

        assertThat(entry)
                .isEqualTo(
                        new AuditEntry(
                                "op-1",
                                "host",
                                Optional.empty(),
                                "host=a.example state: open > closed; limit: - > 50",
                                "asked",
                                "r-1"));
    }

    @Test
    void a_secret_is_told_as_changed_and_never_what_it_was_or_is() {
        Optional<String> old = Optional.of("hush");
        Optional<String> fresh = Optional.of("hush-hush");

        assertThat(CHANGE.secret("key", old, fresh).by(HAND).subject())
                .isEqualTo("host=a.example key: changed");
        assertThat(CHANGE.secret("key", Optional.empty(), fresh).by(HAND).subject())
                .endsWith("key: set");
        assertThat(CHANGE.secret("key", old, Optional.empty()).by(HAND).subject())
                .endsWith("key: removed");
        assertThat(CHANGE.secret("key", old, old).by(HAND).subject()).endsWith("unchanged");
    }

    @Test
    void whatever_a_value_is_the_record_can_be_kept() {
        Optional<String> long1 = Optional.of("ada@example.org " + "x".repeat(300));
        Change change = CHANGE;
        for (int i = 0; i < 9; i++) {
            change = change.value("value" + i, Optional.empty(), long1);
        }

        String text = change.by(HAND).subject();

        assertThat(text).hasSize(AuditEntry.TEXT_MAX).doesNotContain("@").contains("ada?example");
    }
}
