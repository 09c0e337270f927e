package io.turnout.adapters.postgres;

import static io.turnout.application.connection.OrgConnectionsContract.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.postgres.SealedPlace.Kind;
import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.connection.OrgConnections.Keeping;
import io.turnout.application.contract.Fair;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.KeyUseCases;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.ReplaceOrgKey.Answer;
import io.turnout.application.privacy.ShowKeys.Replacing;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two instances on one database. One hears of the new key of an org later than the other.
class ReplacedKeysTest {
    private static final Duration CLOSED = Duration.ofSeconds(31);
    private static final Duration RETIRED = Duration.ofSeconds(46);

    private final PostgresStorage postgres = new PostgresStorage();
    private final KeyManagement management = new LocalKeyManagement(new byte[32]);
    private final PostgresOrgKeys orgKeys = new PostgresOrgKeys(postgres.gate());
    private final RecordKeys records = new PostgresRecordKeys(postgres.gate(), postgres.vault());
    private final OpenKeys late = postgres.keys();
    private final OpenKeys early = new OpenKeys(management, orgKeys);
    private final KeyUseCases keys =
            KeyUseCases.over(orgKeys, records, management, new TinkVault(early));
    private final Fair fair = Fair.of(postgres, 10_000);

    @AfterEach
    void close() {
        postgres.close();
    }

    private UUID admitted() {
        RegistrationRequest request = fair.group(1);
        var _ = fair.admit(request);
        return request.attendees().getFirst().id().value();
    }

    private SealedPlace person(UUID attendee) {
        return new SealedPlace(postgres, Kind.PERSON, fair.org(), attendee);
    }

    private void replace() {
        assertThat(keys.replaceOrgKey().replace(fair.org(), Purpose.SEAL)).isEqualTo(Answer.BEGUN);
        early.refresh(Instant.EPOCH);
    }

    private List<Integer> seals() {
        return orgKeys.find(fair.org()).stream()
                .filter(key -> key.name().purpose() == Purpose.SEAL)
                .map(key -> key.name().id())
                .toList();
    }

    private int rewrapUntil(int dropped) {
        int changed = 0;
        int gone = 0;
        for (int round = 0; round < 100 && gone < dropped; round++) {
            var done = keys.rewrapRecords().rewrap();
            changed += done.changed();
            gone += done.dropped();
        }
        assertThat(gone).isEqualTo(dropped);
        return changed;
    }

    @Test
    void a_key_is_replaced_once_at_a_time_and_only_where_there_is_one() {
        UUID _ = admitted();
        replace();

        assertThat(keys.replaceOrgKey().replace(fair.org(), Purpose.SEAL))
                .isEqualTo(Answer.GOING_ON);
        assertThat(keys.replaceOrgKey().replace(new OrgId("00DTURNOUT0000925A"), Purpose.SEAL))
                .isEqualTo(Answer.NO_KEYS);
        assertThat(seals()).containsExactly(2, 1);
    }

    @Test
    void who_has_not_heard_of_the_new_key_opens_what_is_sealed_with_it() {
        UUID attendee = admitted();
        replace();
        Sealed sealed = person(attendee).read();
        byte[] rewrapped =
                new TinkVault(early).rewrap(fair.org(), attendee, 2, sealed.wrappedKey());
        postgres.gate()
                .write(
                        fair.org(),
                        handle -> handle.execute("update record_key set wrapped = ?", rewrapped));

        person(attendee).open();

        assertThat(late.refused()).isZero();
    }

    @Test
    void who_has_not_heard_of_it_in_time_keeps_nothing_until_it_has() {
        UUID attendee = admitted();
        SealedPlace reason = SealedPlace.reason(postgres, fair.org(), attendee);
        assertThat(postgres.connections().keep(connection(fair.org(), "default")))
                .isEqualTo(Keeping.FIRST);
        replace();
        UUID _ = admitted();
        postgres.elapse(CLOSED);

        assertThatThrownBy(this::admitted).hasStackTraceContaining("key that was replaced");
        assertThatThrownBy(() -> SealedPlace.link(postgres, fair, "late"))
                .hasStackTraceContaining("key that was replaced");
        assertThatThrownBy(() -> SealedPlace.reason(postgres, fair.org(), attendee))
                .hasStackTraceContaining("key that was replaced");
        assertThatThrownBy(() -> postgres.connections().keep(connection(fair.org(), "default")))
                .hasStackTraceContaining("key that was replaced");
        late.refresh(Instant.EPOCH);

        person(admitted()).open();
        SealedPlace.link(postgres, fair, "in-time").open();
        SealedPlace.reason(postgres, fair.org(), attendee).open();
        assertThat(postgres.connections().keep(connection(fair.org(), "default")))
                .isEqualTo(Keeping.REPLACED);
        reason.open();
    }

    @Test
    void nothing_is_wrapped_again_and_no_org_connected_with_a_replaced_key() {
        UUID _ = admitted();
        replace();
        postgres.elapse(CLOSED);

        assertThatThrownBy(
                        () ->
                                postgres.gate()
                                        .write(
                                                fair.org(),
                                                handle ->
                                                        handle.execute(
                                                                "update record_key set wrapped ="
                                                                        + " wrapped")))
                .hasStackTraceContaining("key that was replaced");
        assertThatThrownBy(() -> postgres.connections().keep(connection(fair.org(), "default")))
                .hasStackTraceContaining("key that was replaced");
        assertThat(postgres.connections().find(fair.org())).isEmpty();
    }

    @Test
    void whatever_is_sealed_is_wrapped_anew_and_the_older_key_goes() {
        UUID attendee = admitted();
        SealedPlace reason = SealedPlace.reason(postgres, fair.org(), attendee);
        SealedPlace link = SealedPlace.link(postgres, fair, "invitation-1");
        var _ = postgres.connections().keep(connection(fair.org(), "default"));
        SealedPlace connection =
                new SealedPlace(postgres, Kind.CONNECTION, fair.org(), ConnectionSeal.THE_ONE);
        replace();
        late.refresh(Instant.EPOCH);
        assertThat(keys.show().show().replacing())
                .containsExactly(new Replacing(fair.org(), Purpose.SEAL, 2, List.of(1), 4));
        postgres.elapse(RETIRED);

        assertThat(rewrapUntil(1)).isEqualTo(4);

        assertThat(seals()).containsExactly(2);
        assertThat(keys.show().show().replacing()).isEmpty();
        late.refresh(Instant.EPOCH);
        assertThat(List.of(person(attendee), reason, link, connection))
                .allSatisfy(SealedPlace::open);
        assertThat(late.refused()).isZero();
    }

    @Test
    void an_older_key_stays_while_somebody_may_write_under_it() {
        UUID _ = admitted();
        replace();
        postgres.elapse(CLOSED);

        for (int round = 0; round < 20; round++) {
            assertThat(keys.rewrapRecords().rewrap().dropped()).isZero();
        }

        assertThat(seals()).containsExactly(2, 1);
    }

    @Test
    void an_older_key_stays_while_a_record_does_not_open() {
        UUID attendee = admitted();
        UUID whole = admitted();
        byte[] broken = person(attendee).read().wrappedKey();
        broken[broken.length - 1] ^= 1;
        person(attendee).write(new Sealed(new byte[1], broken));
        replace();
        postgres.elapse(RETIRED);

        for (int round = 0; round < 20; round++) {
            assertThat(keys.rewrapRecords().rewrap().dropped()).isZero();
        }

        assertThat(keys.show().show().replacing())
                .containsExactly(new Replacing(fair.org(), Purpose.SEAL, 2, List.of(1), 1));
        person(whole).open();
        assertThat(early.refused()).isPositive();
    }

    @Test
    void master_keys_are_replaced_and_the_old_one_is_not_needed_any_more() {
        UUID attendee = admitted();
        byte[] fresh = new byte[32];
        fresh[0] = 1;
        KeyManagement both = new LocalKeyManagement(fresh, List.of(), List.of(new byte[32]));
        KeyUseCases next = KeyUseCases.over(orgKeys, records, both, new TinkVault(early));

        assertThat(next.rewrapOrgKeys().rewrap().changed()).isEqualTo(4);
        assertThat(next.rewrapOrgKeys().rewrap().changed()).isZero();

        KeyManagement only = new LocalKeyManagement(fresh);
        assertThat(new TinkVault(new OpenKeys(only, orgKeys)).serves(fair.org())).isTrue();
        person(attendee).open();
        assertThat(keys.show().show().masters().keySet())
                .extracting(KeyManagement.Master::standing)
                .containsExactly(KeyManagement.Standing.MISSING);
    }

    @Test
    void an_instance_that_already_knows_the_next_master_key_leaves_it_in_place() {
        UUID _ = admitted();
        byte[] fresh = new byte[32];
        fresh[0] = 1;
        KeyManagement before = new LocalKeyManagement(new byte[32], List.of(fresh), List.of());
        KeyManagement after = new LocalKeyManagement(fresh, List.of(), List.of(new byte[32]));
        KeyUseCases one = KeyUseCases.over(orgKeys, records, before, new TinkVault(early));
        KeyUseCases two = KeyUseCases.over(orgKeys, records, after, new TinkVault(early));

        assertThat(one.rewrapOrgKeys().rewrap().changed()).isZero();
        assertThat(two.rewrapOrgKeys().rewrap().changed()).isEqualTo(4);
        assertThat(one.rewrapOrgKeys().rewrap().changed()).isZero();

        assertThat(new TinkVault(new OpenKeys(before, orgKeys)).serves(fair.org())).isTrue();
    }
}
