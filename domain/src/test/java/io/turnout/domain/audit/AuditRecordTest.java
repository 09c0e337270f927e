package io.turnout.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");
    private static final AuditEntry ENTRY =
            new AuditEntry("op-7", "PUT /a", Optional.empty(), "host=a.example", "asked", "r-1");

    @Test
    void a_record_follows_what_it_was_written_after_and_nothing_else() {
        AuditRecord first = AuditRecord.after(AuditHead.NONE, NOON, ENTRY);
        AuditRecord second = AuditRecord.after(first.head(), NOON, ENTRY);

        assertThat(first.follows(AuditHead.NONE)).isTrue();
        assertThat(second.follows(first.head())).isTrue();
        assertThat(second.follows(AuditHead.NONE)).isFalse();
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(first.at()).isEqualTo(Instant.parse("2026-03-02T12:00:00.123456Z"));
    }

    @Test
    void no_two_entries_share_a_hash_by_shifting_letters_between_their_fields() {
        AuditEntry shifted =
                new AuditEntry(
                        "op-7", "PUT /ah", Optional.empty(), "ost=a.example", "asked", "r-1");
        AuditEntry ofOrg =
                new AuditEntry(
                        "op-7",
                        "PUT /a",
                        Optional.of(new OrgId("00DTURNOUT0000125A")),
                        "host=a.example",
                        "asked",
                        "r-1");
        String hash = AuditRecord.after(AuditHead.NONE, NOON, ENTRY).hash();

        assertThat(AuditRecord.after(AuditHead.NONE, NOON, shifted).hash()).isNotEqualTo(hash);
        assertThat(AuditRecord.after(AuditHead.NONE, NOON, ofOrg).hash()).isNotEqualTo(hash);
        assertThat(AuditRecord.after(AuditHead.NONE, NOON.plusSeconds(1), ENTRY).hash())
                .isNotEqualTo(hash);
    }

    @Test
    void no_address_and_no_line_break_stands_in_an_entry() {
        for (String bad : new String[] {"ada@example.com", "two\nlines", "x".repeat(257)}) {
            assertThatThrownBy(() -> new AuditEntry(bad, "a", Optional.empty(), "", "asked", "r"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new AuditEntry("op", "a", Optional.empty(), bad, "asked", "r"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(AuditEntry.admits(bad)).isFalse();
        }
    }

    @Test
    void a_head_is_read_as_it_is_written() {
        AuditHead head = AuditRecord.after(AuditHead.NONE, NOON, ENTRY).head();

        assertThat(AuditHead.parse(head.toString())).isEqualTo(head);
        for (String bad : new String[] {"", "1", ":a", "x:" + head.hash(), "1:abc", "-1:0"}) {
            assertThatThrownBy(() -> AuditHead.parse(bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
