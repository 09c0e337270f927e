package io.turnout.adapters.postgres;

import static io.turnout.application.erasure.Forgetting.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.erasure.ErasureRule;
import io.turnout.application.erasure.Forgetting;
import io.turnout.application.erasure.VerifyErasures.Verdict;
import io.turnout.application.memory.MemoryLedgerCopy;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A backup that remembers people who were forgotten since, and a ledger that was kept elsewhere.
class RestoredBackupTest {
    private static final String ADA = "ada@example.org";
    private static final String BEN = "ben@example.org";
    private static final String CYD = "cyd@example.org";

    private final MemoryLedgerCopy copy = new MemoryLedgerCopy();

    private static PostgresStorage open(String url) {
        return new PostgresStorage(AdmissionSettings.USUAL, PostgresServer.connect(url));
    }

    private static Fair at(Fair fair, PostgresStorage storage) {
        return new Fair(
                storage, fair.org(), fair.event(), fair.ticket(), fair.vip(), fair.workshop());
    }

    private Forgetting forgetting(Fair fair) {
        return Forgetting.in(fair, ErasureRule.USUAL, copy);
    }

    @Test
    void who_was_forgotten_since_is_forgotten_again_before_anybody_is_served() {
        String backup = PostgresServer.freshUrl();
        PostgresStorage before = open(backup);
        Fair fair = Fair.of(before, 10);
        RegistrationRequest ada = group(fair, ADA);
        RegistrationRequest both = group(fair, BEN, CYD);
        var _ = fair.admit(ada);
        var _ = fair.admit(both);
        LedgerEntry early = forgetting(fair).forget("nobody@example.org").entry().orElseThrow();
        before.close();
        String live = PostgresServer.copyOf(backup);
        PostgresStorage running = open(live);
        Forgetting there = forgetting(at(fair, running));
        LedgerEntry first = there.forget(ADA).entry().orElseThrow();
        LedgerEntry second = there.forget(BEN).entry().orElseThrow();
        boolean more = there.useCases().copy().copy();
        running.close();
        assertThat(more).isFalse();
        assertThat(copy.read()).containsExactly(early, first, second);

        PostgresStorage restored = open(backup);
        Fair again = at(fair, restored);
        assertThat(again.register(Forgetting.again(ada))).isInstanceOf(Decision.Repeated.class);
        Forgetting here = forgetting(again);
        int replayed = here.useCases().replay().replay();

        assertThat(replayed).isEqualTo(2);
        assertThat(restored.erasureLedger().read(Optional.empty()))
                .containsExactly(early, first, second);
        assertThat(again.register(Forgetting.again(ada))).isEqualTo(new Decision.Erased());
        assertThat(again.register(Forgetting.again(both))).isEqualTo(new Decision.Erased());
        assertThat(again.room(again.hall()).taken()).isEqualTo(2);
        assertThat(here.useCases().verify().verify(Optional.empty()))
                .isInstanceOf(Verdict.Whole.class);
        assertThat(here.useCases().replay().replay()).isZero();
        restored.close();
    }

    @Test
    void a_ledger_that_went_on_from_the_backup_takes_the_others_in() {
        String backup = PostgresServer.freshUrl();
        PostgresStorage before = open(backup);
        Fair fair = Fair.of(before, 10);
        var _ = fair.admit(group(fair, ADA));
        var _ = fair.admit(group(fair, BEN));
        before.close();
        PostgresStorage running = open(PostgresServer.copyOf(backup));
        Forgetting there = forgetting(at(fair, running));
        LedgerEntry ada = there.forget(ADA).entry().orElseThrow();
        boolean _ = there.useCases().copy().copy();
        running.close();

        PostgresStorage restored = open(backup);
        Forgetting here = forgetting(at(fair, restored));
        LedgerEntry ben = here.forget(BEN).entry().orElseThrow();
        assertThat(here.useCases().replay().replay()).isOne();

        List<LedgerEntry> ledger = restored.erasureLedger().read(Optional.empty());
        assertThat(ledger).hasSize(2).first().isEqualTo(ben);
        assertThat(ledger.getLast().what()).isEqualTo(ada.what());
        assertThat(ledger.getLast().erased().attendees()).isOne();
        assertThat(here.useCases().verify().verify(Optional.empty()))
                .isInstanceOf(Verdict.Whole.class);
        boolean _ = here.useCases().copy().copy();
        assertThat(copy.read()).containsExactlyInAnyOrder(ada, ben, ledger.getLast());
        restored.close();
    }
}
