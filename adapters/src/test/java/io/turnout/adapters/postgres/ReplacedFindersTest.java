package io.turnout.adapters.postgres;

import static io.turnout.application.erasure.Forgetting.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.contract.Fair;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Forgetting;
import io.turnout.application.memory.MemoryLedgerCopy;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyUseCases;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.ReplaceOrgKey.Answer;
import io.turnout.application.privacy.ShowKeys.Replacing;
import io.turnout.application.privacy.Vault;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.audit.AuditHead;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The key by which people are found is replaced. `late` is the instance of the storage, and hears
/// of it last.
class ReplacedFindersTest {
    private static final Duration CLOSED = Duration.ofSeconds(31);
    private static final Duration RETIRED = Duration.ofSeconds(46);
    private static final String ADA = "ada@example.org";

    private final PostgresStorage postgres = new PostgresStorage();
    private final KeyManagement management = new LocalKeyManagement(new byte[32]);
    private final PostgresOrgKeys orgKeys = new PostgresOrgKeys(postgres.gate());
    private final OpenKeys late = postgres.keys();
    private final OpenKeys early = new OpenKeys(management, orgKeys);
    private final Vault vault = new TinkVault(early);
    private final KeyUseCases keys =
            KeyUseCases.over(
                    orgKeys, new PostgresRecordKeys(postgres.gate(), vault), management, vault);
    private final Fair fair = Fair.of(postgres, 10_000);
    private final AdmissionDesk desk = new AdmissionDesk(postgres.gate(), AdmissionSettings.USUAL);

    ReplacedFindersTest() {
        desk.start();
    }

    @AfterEach
    void close() {
        desk.close();
        postgres.close();
    }

    private void replace() {
        assertThat(keys.replaceOrgKey().replace(fair.org(), Purpose.EMAIL)).isEqualTo(Answer.BEGUN);
        early.refresh(Instant.EPOCH);
    }

    private void admitEarly(String email) {
        RegistrationRequest request = group(fair, email);
        Decision decision =
                new PostgresRegistrationBook(postgres.gate(), vault, desk)
                        .decide(request, standing -> Admission.decide(request, standing));
        assertThat(decision).isInstanceOf(Decision.Admitted.class);
    }

    private List<Integer> ids() {
        return orgKeys.find(fair.org()).stream()
                .filter(key -> key.name().purpose() == Purpose.EMAIL)
                .map(key -> key.name().id())
                .toList();
    }

    private int rewrapped() {
        int changed = 0;
        for (int round = 0; round < 100 && ids().size() > 1; round++) {
            changed += keys.rewrapRecords().rewrap().changed();
        }
        assertThat(ids()).containsExactly(2);
        return changed;
    }

    private Erased forgotten(String email) {
        return Forgetting.in(fair).forget(email).erased();
    }

    private int change(String sql, Object... values) {
        int[] rows = new int[1];
        postgres.gate().write(fair.org(), handle -> rows[0] = handle.execute(sql, values));
        return rows[0];
    }

    @Test
    void who_came_before_and_who_came_after_are_found_by_who_has_not_heard_of_the_new_key() {
        var _ = fair.admit(group(fair, ADA));
        replace();
        admitEarly(ADA);
        SealedPlace link = SealedPlace.link(postgres, fair, "ada");
        assertThat(link.read().ciphertext()).isNotEmpty();

        Erased erased = forgotten(ADA);

        assertThat(erased.attendees()).isEqualTo(2);
        assertThat(erased.links()).isOne();
    }

    @Test
    void nobody_is_erased_by_a_part_of_the_keys() {
        var _ = fair.admit(group(fair, ADA));
        byte[] digest = postgres.vault().digest(fair.org(), Use.EMAIL, ADA);
        var before = postgres.vault().finders(fair.org(), digest);
        replace();
        admitEarly(ADA);
        Forgetting forgetting = Forgetting.in(fair);
        var _ = forgetting.ask(ADA);
        Erasures.Turn turn = postgres.erasures().take().getFirst();

        UUID wish = turn.wish().id().value();
        Sought some =
                new Sought(
                        fair.org(),
                        List.copyOf(before.values()),
                        Collections.nCopies(before.size(), wish),
                        before.keySet());

        postgres.gate()
                .write(
                        fair.org(),
                        handle -> assertThat(ErasureSweep.sweep(handle, some)).isEmpty());

        assertThat(postgres.erasures().alone(List.of(turn), 10)).hasSize(2);
    }

    @Test
    void nothing_is_kept_that_only_a_replaced_key_would_find() {
        var _ = fair.admit(group(fair, ADA));
        SealedPlace _ = SealedPlace.link(postgres, fair, "before");
        replace();
        var _ = fair.admit(group(fair, "in-time@example.org"));
        postgres.elapse(CLOSED);

        assertThatThrownBy(() -> fair.admit(group(fair, "late@example.org")))
                .hasStackTraceContaining("key that was replaced");
        assertThatThrownBy(() -> SealedPlace.link(postgres, fair, "late"))
                .hasStackTraceContaining("key that was replaced");
        byte[] old = vault.finder(fair.org(), 1, vault.digest(fair.org(), Use.EMAIL, "x"));
        for (String table : List.of("attendee", "link")) {
            assertThatThrownBy(() -> change("update " + table + " set email_digest = ?", old))
                    .hasStackTraceContaining("key that was replaced");
        }
        assertThat(change("update attendee set status = status")).isEqualTo(2);
        late.refresh(Instant.EPOCH);
        var _ = fair.admit(group(fair, "late@example.org"));
        SealedPlace.link(postgres, fair, "late").open();
    }

    @Test
    void everybody_is_found_by_the_newer_key_and_the_older_goes() {
        var _ = fair.admit(group(fair, ADA, "ben@example.org"));
        SealedPlace link = SealedPlace.link(postgres, fair, "ada");
        replace();
        assertThat(keys.show().show().replacing())
                .containsExactly(new Replacing(fair.org(), Purpose.EMAIL, 2, List.of(1), 3));
        assertThat(keys.replaceOrgKey().replace(fair.org(), Purpose.EMAIL))
                .isEqualTo(Answer.GOING_ON);
        postgres.elapse(RETIRED);

        assertThat(rewrapped()).isEqualTo(3);

        link.open();
        Erased erased = forgotten(ADA);
        assertThat(erased.attendees()).isOne();
        assertThat(erased.links()).isOne();
    }

    @Test
    void who_was_kept_before_there_were_such_keys_is_found_before_and_after() {
        for (String email : List.of(ADA, "ben@example.org")) {
            byte[] digest = vault.digest(fair.org(), Use.EMAIL, email);
            var _ = fair.admit(group(fair, email));
            assertThat(
                            change(
                                    "update attendee set email_digest = ? where email_digest = ?",
                                    digest,
                                    vault.finder(fair.org(), email)))
                    .isOne();
        }
        assertThat(change("delete from org_key where purpose = 'email'")).isOne();
        late.refresh(Instant.EPOCH.plus(Duration.ofDays(1)));
        assertThat(forgotten(ADA).attendees()).isOne();

        replace();
        assertThat(ids()).containsExactly(2, 1);
        postgres.elapse(RETIRED);
        assertThat(rewrapped()).isOne();

        assertThat(forgotten("ben@example.org").attendees()).isOne();
    }

    @Test
    void the_older_key_stays_while_somebody_does_not_open() {
        RegistrationRequest whole = group(fair, ADA);
        var _ = fair.admit(whole);
        var _ = fair.admit(group(fair, "ben@example.org"));
        assertThat(
                        change(
                                "update attendee set person = '\\x01' where attendee_id <> ?",
                                whole.attendees().getFirst().id().value()))
                .isOne();
        replace();
        postgres.elapse(RETIRED);

        for (int round = 0; round < 20; round++) {
            assertThat(keys.rewrapRecords().rewrap().dropped()).isZero();
        }

        assertThat(keys.show().show().replacing())
                .containsExactly(new Replacing(fair.org(), Purpose.EMAIL, 2, List.of(1), 1));
        assertThat(early.refused()).isPositive();
    }

    @Test
    void a_ledger_from_before_forgets_again_when_the_key_is_another() {
        byte[] digest = vault.digest(fair.org(), Use.EMAIL, ADA);
        var _ = fair.admit(group(fair, ADA));
        replace();
        postgres.elapse(RETIRED);
        assertThat(rewrapped()).isOne();
        Instant asked = Instant.now().plusSeconds(60);
        LedgerEntry done =
                LedgerEntry.after(
                        AuditHead.NONE,
                        fair.org(),
                        asked,
                        Wish.of(new ErasureId(UUID.randomUUID()), asked, digest),
                        Erased.NOTHING);
        MemoryLedgerCopy copy = new MemoryLedgerCopy();
        copy.append(List.of(done));

        assertThat(
                        Forgetting.in(fair, io.turnout.application.erasure.ErasureRule.USUAL, copy)
                                .useCases()
                                .replay()
                                .replay())
                .isOne();

        assertThat(change("update attendee set status = status where email_digest = ''")).isOne();
        assertThat(orgKeys.drop(new Name(fair.org(), Purpose.EMAIL, 2))).isFalse();
    }
}
