package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.audit.AuditTrailContract;
import io.turnout.application.audit.VerifyAudit;
import io.turnout.application.audit.VerifyAudit.Verdict;
import io.turnout.domain.audit.AuditHead;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest extends AuditTrailContract {
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
        return new VerifyAudit(trail).verify(known);
    }

    /// As somebody who owns the database can.
    private void plant(String sql) {
        jdbi.useTransaction(
                handle -> {
                    handle.execute("alter table audit_record disable trigger only_added_to");
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
}
