package io.turnout.adapters.tink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryOrgKeys;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Subject;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Who watches the log is told once where to look, and never of whom it was.
class RefusedTest {
    private final OpenKeys keys =
            new OpenKeys(new LocalKeyManagement(new byte[32]), new MemoryOrgKeys());
    private final Vault vault = new TinkVault(keys);
    private final OrgId org = Ids.org();

    private Subject subject() {
        return new Subject(org, "attendee", UUID.randomUUID(), "person");
    }

    @Test
    void a_hundred_ciphertexts_in_the_wrong_place_are_counted_and_logged_once() {
        Logger logger = (Logger) LoggerFactory.getLogger(Refused.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        Subject here = subject();
        Vault.Sealed foreign =
                vault.seal(subject(), "ada@example.org".getBytes(StandardCharsets.UTF_8));

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> vault.open(here, foreign))
                    .isInstanceOf(IllegalStateException.class);
        }
        logger.detachAppender(lines);

        assertThat(keys.refused()).isEqualTo(100);
        assertThat(lines.list)
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.getFormattedMessage())
                                        .contains("ALARM", org.value(), "attendee", "person")
                                        .contains(here.record().toString())
                                        .doesNotContain("ada"));
    }
}
