package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Undecided;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The gate and its guards, in the database itself: whatever a program forgets.
class GateTest {
    private static final String LICENSE =
            "insert into license (org_id, number, status) values (:org, 'L-2', 'active')";
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();
    private static final Jdbi JDBI = POSTGRES.gate().jdbi();

    private static OrgId home() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        return org;
    }

    private static String enter(Handle handle, OrgId org, String stack) {
        return handle.createQuery("select org_enter(:org, :stack)")
                .bind("org", org.value())
                .bind("stack", stack)
                .mapTo(String.class)
                .one();
    }

    @Test
    void every_table_of_an_org_is_guarded() {
        List<String> tables =
                JDBI.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select table_name from information_schema.columns
                                                where table_schema = 'public'
                                                and column_name = 'org_id'
                                                and table_name not in ('org_home', 'org_journal')
                                                """)
                                        .mapTo(String.class)
                                        .list());

        assertThat(tables)
                .contains("registration", "attendee", "outbox", "room", "idempotency_key")
                .allSatisfy(
                        table ->
                                assertThat(triggers(table))
                                        .as(table)
                                        .containsExactlyInAnyOrder(
                                                "guard_insert",
                                                "guard_update",
                                                "guard_delete",
                                                "guard_truncate"));
    }

    private static List<String> triggers(String table) {
        return JDBI.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select tgname from pg_trigger
                                        where tgrelid = cast(:table as regclass)
                                        and not tgisinternal and tgenabled = 'O'
                                        and tgname not in ('only_added_to', 'on_sale_again')
                                        and tgname not like 'closed_%'
                                        """)
                                .bind("table", table)
                                .mapTo(String.class)
                                .list());
    }

    @Test
    void a_write_that_did_not_enter_is_refused() {
        OrgId org = home();

        assertThatThrownBy(
                        () ->
                                JDBI.useTransaction(
                                        handle ->
                                                handle.createUpdate(LICENSE)
                                                        .bind("org", org.value())
                                                        .execute()))
                .hasMessageContaining("license written without org_enter");
    }

    @Test
    void who_entered_for_one_org_writes_for_no_other() {
        OrgId org = home();
        OrgId other = home();

        assertThatThrownBy(
                        () ->
                                JDBI.useTransaction(
                                        handle -> {
                                            String _ = enter(handle, org, PostgresStorage.STACK);
                                            handle.createUpdate(LICENSE)
                                                    .bind("org", other.value())
                                                    .execute();
                                        }))
                .hasMessageContaining("license written without org_enter");
    }

    @Test
    void a_tenant_table_is_never_truncated() {
        assertThatThrownBy(() -> JDBI.useHandle(handle -> handle.execute("truncate room")))
                .hasMessageContaining("never truncated");
    }

    @Test
    void an_org_that_lives_elsewhere_is_not_written_here() {
        Fair fair = Fair.of(POSTGRES, 6);
        var _ = fair.admit(fair.group(1));
        JDBI.useHandle(
                handle ->
                        handle.execute(
                                "update org_home set home = 'there', epoch = 7 where org_id = ?",
                                fair.org().value()));

        Decision decision = fair.register(fair.group(1));

        assertThat(decision).isEqualTo(new Undecided(Undecided.Cause.RELOCATING));
        assertThat(fair.room(fair.hall()).taken()).isEqualTo(1);
        String answer =
                JDBI.inTransaction(handle -> enter(handle, fair.org(), PostgresStorage.STACK));
        assertThat(answer).isEqualTo("AWAY:there:7");
    }

    @Test
    void nobody_registers_with_an_org_that_no_stack_knows() {
        Fair fair =
                new Fair(POSTGRES, Ids.org(), Ids.event(), Ids.item(), Ids.item(), Ids.session());

        assertThat(fair.register(fair.group(1))).isEqualTo(new Decision.UnknownEvent(fair.event()));
    }

    @Test
    void who_comes_while_an_org_is_frozen_waits_and_is_decided_after() {
        Fair fair = Fair.of(POSTGRES, 6);
        var _ = fair.admit(fair.group(1));
        CompletableFuture<Decision> waiting = new CompletableFuture<>();

        try (Handle mover = JDBI.open();
                Handle other = JDBI.open()) {
            mover.begin();
            mover.execute("select pg_advisory_xact_lock(1, hashtext(?))", fair.org().value());
            Thread.ofVirtual().start(() -> waiting.complete(fair.register(fair.group(1))));
            other.begin();
            assertThat(enter(other, fair.org(), PostgresStorage.STACK)).isEqualTo("BUSY");
            other.rollback();
            assertThat(waiting).isNotDone();
            mover.commit();
        }

        assertThat(waiting.join()).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void what_a_moving_org_writes_leaves_its_key_behind() {
        Fair fair = Fair.of(POSTGRES, 6);
        JDBI.useHandle(
                handle ->
                        handle.execute(
                                "update org_home set journal = true where org_id = ?",
                                fair.org().value()));

        var registration = fair.admit(fair.group(2));

        List<String> keys =
                JDBI.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select tbl || ' ' || array_to_string(key, ',')
                                                from org_journal where org_id = :org
                                                """)
                                        .bind("org", fair.org().value())
                                        .mapTo(String.class)
                                        .list());
        assertThat(keys)
                .contains("registration " + registration.id(), "room " + fair.event())
                .contains("attendee " + registration.seats().getFirst().attendee());
    }

    @Test
    void the_gate_is_open_in_read_committed_only() {
        OrgId org = home();

        assertThatThrownBy(
                        () ->
                                JDBI.inTransaction(
                                        TransactionIsolationLevel.REPEATABLE_READ,
                                        handle -> enter(handle, org, PostgresStorage.STACK)))
                .hasMessageContaining("READ COMMITTED");
    }

    @Test
    void an_oversold_room_cannot_be_written() {
        Fair fair = Fair.of(POSTGRES, 6);
        List<Decision> _ = Race.of(6, _ -> fair.register(fair.group(1)));

        assertThatThrownBy(
                        () ->
                                POSTGRES.gate()
                                        .write(
                                                fair.org(),
                                                handle ->
                                                        handle.execute(
                                                                """
                                                                update room set taken = taken + 1
                                                                where org_id = ? and kind = 'event'
                                                                """,
                                                                fair.org().value())))
                .hasMessageContaining("nobody_enters_above_the_ceiling");
    }
}
