package io.turnout.adapters.postgres;

import static io.turnout.application.erasure.Forgetting.group;
import static io.turnout.application.erasure.Forgetting.invite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.contract.Fair;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Erasures.Progress;
import io.turnout.application.erasure.Erasures.Turn;
import io.turnout.application.erasure.Forgetting;
import io.turnout.application.privacy.Vault.Use;
import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is left in the tables of somebody who was forgotten, and what happens in between.
class ForgottenTest {
    private static final String ADA = "ada@example.org";
    private static final String BEN = "ben@example.org";
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private final Fair fair = Fair.of(POSTGRES, 10);
    private final Forgetting forgetting = Forgetting.in(fair);

    private String digest(String email) {
        return HexFormat.of()
                .formatHex(POSTGRES.vault().digest(fair.org(), Use.EMAIL, Person.folded(email)));
    }

    private String finder(String email) {
        return HexFormat.of().formatHex(POSTGRES.vault().finder(fair.org(), Person.folded(email)));
    }

    private List<String> tablesWith(String text) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle
                                        .createQuery(
                                                """
                                                select table_name from information_schema.tables
                                                where table_schema = 'public'
                                                """)
                                        .mapTo(String.class)
                                        .stream()
                                        .filter(table -> has(handle, table, text))
                                        .toList());
    }

    private static boolean has(Handle handle, String table, String text) {
        return handle.createQuery(
                        "select exists (select from "
                                + table
                                + " t where position(:text in t::text) > 0)")
                .bind("text", text)
                .mapTo(Boolean.class)
                .one();
    }

    private int count(String sql, Object... values) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(handle -> handle.select(sql, values).mapTo(Integer.class).one());
    }

    @Test
    void who_was_forgotten_is_in_no_table_but_the_ledger() {
        RegistrationRequest alone = group(fair, ADA);
        var _ = fair.admit(alone);
        var _ = fair.admit(group(fair, ADA, BEN));
        var _ = invite(fair, ADA);
        assertThat(tablesWith(finder(ADA))).containsExactlyInAnyOrder("attendee", "link");
        int keys = count("select count(*) from record_key where org_id = ?", fair.org().value());

        Progress done = forgetting.forget(ADA);

        assertThat(tablesWith(finder(ADA))).isEmpty();
        assertThat(tablesWith(digest(ADA))).containsExactly("erasure_ledger");
        assertThat(tablesWith(finder(BEN))).containsExactly("attendee");
        assertThat(count("select count(*) from record_key where org_id = ?", fair.org().value()))
                .isEqualTo(keys - done.erased().keys())
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from record_key where record_id = ?",
                                alone.attendees().getFirst().id().value()))
                .isZero();
    }

    @Test
    void what_began_before_somebody_asked_and_was_kept_later_is_erased_too() {
        try (Handle slow = POSTGRES.gate().jdbi().open()) {
            registerSlowly(slow);
        }
    }

    private void registerSlowly(Handle slow) {
        slow.begin();
        assertThat(POSTGRES.gate().enter(slow, fair.org())).isEqualTo(Gate.Entry.OK);
        insert(slow, UUID.randomUUID(), UUID.randomUUID());
        ErasureId id = forgetting.ask(ADA);
        forgetting.run();
        assertThat(forgetting.progress(id).erased()).isEqualTo(Erased.NOTHING);
        slow.commit();
        assertThat(tablesWith(finder(ADA))).contains("attendee");

        Progress done = forgetting.settled(id);

        assertThat(done.erased().attendees()).isOne();
        assertThat(tablesWith(finder(ADA))).isEmpty();
        assertThat(tablesWith(digest(ADA))).containsExactly("erasure_ledger");
    }

    private void insert(Handle handle, UUID registration, UUID attendee) {
        handle.execute(
                """
                insert into registration (org_id, registration_id, event_id, status, created_at)
                values (?, ?, ?, 'confirmed', now())
                """,
                fair.org().value(),
                registration,
                "a01NOSUCHEVENT0AAA");
        handle.execute(
                """
                insert into attendee (org_id, attendee_id, registration_id, event_id, ordinal,
                    item_id, session_ids, status, person, email_digest)
                values (?, ?, ?, ?, 0, 'a02000000000001AAA', '{}', 'confirmed', '\\x01',
                    decode(?, 'hex'))
                """,
                fair.org().value(),
                attendee,
                registration,
                "a01NOSUCHEVENT0AAA",
                finder(ADA));
    }

    @Test
    void an_instance_that_dies_in_the_middle_leaves_all_of_it_to_the_next() {
        var _ = fair.admit(group(fair, ADA, BEN));
        ErasureId id = forgetting.ask(ADA);
        Turn died = POSTGRES.erasures().take(fair.org(), id).orElseThrow();

        Sought sought = Sought.of(POSTGRES.vault(), List.of(died));
        assertThatThrownBy(
                        () ->
                                POSTGRES.gate()
                                        .write(
                                                fair.org(),
                                                handle -> {
                                                    var _ = ErasureSweep.sweep(handle, sought);
                                                    throw new IllegalStateException("killed");
                                                }))
                .hasMessage("killed");
        POSTGRES.elapse(Erasures.LEASE.plus(Duration.ofSeconds(1)));

        assertThat(forgetting.settled(id).erased()).isEqualTo(new Erased(1, 1, 0, 1, 1, 0, 0, 1));
    }

    @Test
    void a_ledger_is_only_added_to() {
        var _ = forgetting.forget(ADA);

        for (String sql :
                List.of(
                        "update erasure_ledger set erased = '{0}' where org_id = ?",
                        "delete from erasure_ledger where org_id = ?")) {
            assertThatThrownBy(
                            () ->
                                    POSTGRES.gate()
                                            .write(
                                                    fair.org(),
                                                    handle ->
                                                            handle.execute(
                                                                    sql, fair.org().value())))
                    .hasMessageContaining("only added to");
        }
    }

    @Test
    void nobody_has_a_name_again_who_was_forgotten() {
        RegistrationRequest request = group(fair, ADA);
        var _ = fair.admit(request);
        var _ = forgetting.forget(ADA);

        assertThatThrownBy(
                        () ->
                                POSTGRES.gate()
                                        .write(
                                                fair.org(),
                                                handle ->
                                                        handle.execute(
                                                                """
                                                                update attendee set person = '\\x01'
                                                                where attendee_id = ?
                                                                """,
                                                                request.attendees()
                                                                        .getFirst()
                                                                        .id()
                                                                        .value())))
                .hasMessageContaining("who_is_forgotten_has_no_name");
    }
}
