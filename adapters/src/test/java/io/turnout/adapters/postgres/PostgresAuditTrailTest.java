package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.AuditTrailContract;
import io.turnout.application.audit.DropAudit;
import io.turnout.application.audit.VerifyAudit;
import io.turnout.application.audit.VerifyAudit.Verdict;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.domain.audit.AuditHead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {
    private static final byte[] KEY = new byte[LocalKeyManagement.KEY_BYTES];
    private static final KeyManagement MASTER = new LocalKeyManagement(KEY);
    private Jdbi jdbi;
    private AuditTrail trail;

    @BeforeEach
    void fresh() {
        jdbi = PostgresServer.connect(PostgresServer.freshUrl());
        trail = new PostgresAuditTrail(new Gate(jdbi, PostgresStorage.STACK));
    }

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    private Verdict verify(Optional<AuditHead> known) {
        return new VerifyAudit(trail, MASTER).verify(known);
    }

    /// As somebody who owns the database can.
    private void plant(String sql) {
        jdbi.useTransaction(
                handle -> {
                    handle.execute("alter table audit_record disable trigger user");
                    handle.execute("alter table audit_anchor disable trigger user");
                    handle.execute("alter table audit_record drop constraint nobody_is_named");
                    handle.execute(sql);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set actor = 'op-2' where number = 3",
                "update audit_record set at = at + interval '1 microsecond' where number = 3",
                "update audit_record set outcome = 'none@all' where number = 3",
                "update audit_record set about = 'nobody' where number = 3",
                "update audit_record set hash = repeat('0', 64) where number = 3",
                "update audit_record set number = 30 where number = 3",
                "delete from audit_record where number = 3",
            })
    void what_is_changed_or_taken_away_is_found(String planted) {
        for (int n = 1; n <= 5; n++) {
            var _ = trail.append(entry(Optional.empty(), n));
        }

        plant(planted);

        assertThat(verify(Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Changed.class,
                        changed -> assertThat(changed.number()).isBetween(3L, 4L));
    }

    @Test
    void an_end_that_is_cut_off_is_found_by_a_head_that_was_kept() {
        var _ = trail.append(entry(Optional.empty(), 1));
        AuditHead kept = trail.append(entry(Optional.empty(), 2)).head();

        plant("delete from audit_record where number = 2");

        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);
        assertThat(verify(Optional.of(kept))).isEqualTo(new Verdict.Another(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_record set actor = 'op-2'",
                "delete from audit_record",
                "truncate audit_record",
            })
    void the_database_itself_refuses_what_is_no_addition(String change) {
        var _ = trail.append(entry(Optional.empty(), 1));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
                .hasMessageContaining("only added to");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);
    }

    private AuditHead dropped() {
        for (int n = 1; n <= 5; n++) {
            var _ = trail.append(entry(Optional.empty(), n));
        }
        assertThat(new DropAudit(trail, MASTER).drop(Duration.ZERO)).isPositive();
        var _ = trail.append(entry(Optional.empty(), 6));
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Whole.class);
        return trail.anchor().orElseThrow().anchor().head();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_anchor set dropped = dropped - 1",
                "update audit_anchor set actor = 'op-2'",
                "update audit_anchor set at = at - interval '1 day'",
                "update audit_anchor set seal = seal || '\\x00'",
                "update audit_anchor set hash = repeat('0', 64)",
            })
    void a_forged_anchor_is_found(String planted) {
        var _ = dropped();

        plant(planted);

        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Forged.class);
        assertThatThrownBy(() -> new DropAudit(trail, MASTER).drop(Duration.ZERO))
                .hasMessageContaining("anchor was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_anchor",
                "delete from audit_record where number = (select min(number) from audit_record)",
                "update audit_record set actor = 'op-2'"
                        + " where number = (select min(number) from audit_record)",
            })
    void what_is_changed_behind_an_anchor_is_found(String planted) {
        var _ = dropped();

        plant(planted);

        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Changed.class);
    }

    @Test
    void the_database_drops_nothing_without_an_anchor_and_takes_no_loose_one() {
        AuditHead head = dropped();

        for (String change :
                List.of(
                        "delete from audit_record",
                        "delete from audit_anchor",
                        "update audit_anchor set dropped = 0",
                        "insert into audit_anchor select number + 100, hash, dropped, at, actor,"
                                + " seal from audit_anchor")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
                    .as(change)
                    .hasMessageMatching("(?s).*(only added to|sealed anew|record that is there).*");
        }
        assertThat(trail.anchor().orElseThrow().anchor().head()).isEqualTo(head);
    }

    @Test
    void an_anchor_is_sealed_anew_under_the_next_master_key() {
        var _ = dropped();
        byte[] next = new byte[LocalKeyManagement.KEY_BYTES];
        next[0] = 1;
        LocalKeyManagement both = new LocalKeyManagement(next, List.of(), List.of(KEY));

        long _ = new DropAudit(trail, both).drop(Duration.ofDays(1));

        assertThat(new VerifyAudit(trail, new LocalKeyManagement(next)).verify(Optional.empty()))
                .isInstanceOf(Verdict.Whole.class);
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Forged.class);
    }
}
