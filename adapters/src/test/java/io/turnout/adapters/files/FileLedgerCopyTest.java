package io.turnout.adapters.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Ids;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLedgerCopyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final OrgId ACME = Ids.org();
    private static final LedgerEntry FIRST = entry(AuditHead.NONE, 1);
    private static final LedgerEntry SECOND = entry(FIRST.head(), 2);
    private static final LedgerEntry OTHER = entry(FIRST.head(), 3);

    @TempDir private Path folder;
    private Path file;
    private FileLedgerCopy copy;

    private static LedgerEntry entry(AuditHead head, int one) {
        Wish wish = new Wish(new ErasureId(new UUID(one, one)), NOON, "0a".repeat(32));
        return LedgerEntry.after(head, ACME, NOON, wish, new Erased(one, 2, 3, 4, 5, 6, 7, 8));
    }

    @BeforeEach
    void open() {
        file = folder.resolve("ledger.jsonl");
        copy = new FileLedgerCopy(file);
    }

    @Test
    void what_is_added_is_read_by_whoever_opens_it_next() {
        assertThat(copy.read()).isEmpty();

        copy.append(List.of(FIRST));
        copy.append(List.of(SECOND, OTHER));

        assertThat(new FileLedgerCopy(file).read()).containsExactly(FIRST, SECOND, OTHER);
    }

    @Test
    void a_line_that_a_crash_cut_off_is_none_and_is_written_over() throws IOException {
        copy.append(List.of(FIRST, SECOND));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));

        assertThat(copy.read()).containsExactly(FIRST);
        copy.append(List.of(SECOND));

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void a_line_that_was_changed_cut_out_or_added_is_seen() throws IOException {
        copy.append(List.of(FIRST, SECOND));
        String whole = Files.readString(file);

        write(whole.replace("\"links\":3", "\"links\":0"));
        assertThatThrownBy(copy::read).hasMessageContaining("line 1");
        write(whole.substring(whole.indexOf('\n') + 1));
        assertThatThrownBy(copy::read).hasMessageContaining("entry 2");
        write(whole + "hello\n");
        assertThatThrownBy(copy::read).hasMessageContaining("line 3");
    }

    private void write(String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
    }
}
