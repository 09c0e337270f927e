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
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.RegistrationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever can write to the tables, and has no key, puts a ciphertext where another one stood: in
/// another row, another column, another org. It is refused wherever it comes from, and told.
class MisplacedCiphertextsTest {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private final OpenKeys keys = POSTGRES.keys();
    private final List<SealedPlace> places = new ArrayList<>();

    @BeforeEach
    void fill() {
        for (int i = 0; i < 2; i++) {
            Fair fair = Fair.of(POSTGRES, 10);
            OrgId org = fair.org();
            RegistrationRequest group = fair.group(2);
            var _ = fair.admit(group);
            for (Attendee attendee : group.attendees()) {
                UUID id = attendee.id().value();
                places.add(new SealedPlace(POSTGRES, Kind.PERSON, org, id));
                places.add(SealedPlace.reason(POSTGRES, org, id));
            }
            places.add(SealedPlace.link(POSTGRES, fair, "invitation-1"));
            places.add(SealedPlace.link(POSTGRES, fair, "invitation-2"));
            assertThat(POSTGRES.connections().keep(connection(org, "default")))
                    .isEqualTo(Keeping.FIRST);
            places.add(new SealedPlace(POSTGRES, Kind.CONNECTION, org, ConnectionSeal.THE_ONE));
        }
    }

    @Test
    void what_stands_where_it_was_sealed_opens() {
        long before = keys.refused();

        assertThat(places).hasSize(14).allSatisfy(SealedPlace::open);

        assertThat(keys.refused()).isEqualTo(before);
    }

    @Test
    void what_comes_from_elsewhere_with_its_key_is_refused_and_counted() {
        for (SealedPlace place : places) {
            for (SealedPlace other : places) {
                if (!other.equals(place)) {
                    assertRefused(place, other, other.read());
                }
            }
        }
    }

    @Test
    void what_comes_from_elsewhere_without_its_key_is_refused_and_counted() {
        for (SealedPlace place : places) {
            for (SealedPlace other : places) {
                if (!other.equals(place)) {
                    Sealed foreign = other.read();
                    byte[] own = place.read().wrappedKey();
                    assertRefused(place, other, new Sealed(foreign.ciphertext(), own));
                }
            }
        }
    }

    private void assertRefused(SealedPlace place, SealedPlace other, Sealed foreign) {
        Sealed own = place.read();
        long before = keys.refused();
        place.write(foreign);

        assertThatThrownBy(place::open)
                .as("%s in %s", other, place)
                .isInstanceOf(IllegalStateException.class);

        assertThat(keys.refused()).as("%s in %s", other, place).isEqualTo(before + 1);
        place.write(own);
        place.open();
    }

    @Test
    void a_key_of_an_org_opens_for_no_other_org_and_no_other_purpose() {
        PostgresOrgKeys kept = new PostgresOrgKeys(POSTGRES.gate());
        List<Wrapped> all = new ArrayList<>();
        places.stream().map(SealedPlace::org).distinct().forEach(org -> all.addAll(kept.find(org)));
        assertThat(all).hasSize(8);
        for (Wrapped own : all) {
            for (Wrapped other : all) {
                if (!other.name().equals(own.name())) {
                    write(own.name(), other.key());
                    OpenKeys cold = new OpenKeys(new LocalKeyManagement(new byte[32]), kept);

                    assertThatThrownBy(() -> new TinkVault(cold).serves(own.name().org()))
                            .as("%s as %s", other.name(), own.name())
                            .isInstanceOf(IllegalStateException.class);

                    assertThat(cold.refused()).isOne();
                    write(own.name(), own.key());
                }
            }
        }
    }

    private static void write(Name name, byte[] wrapped) {
        POSTGRES.gate()
                .write(
                        name.org(),
                        handle ->
                                handle.execute(
                                        "update org_key set wrapped = ? where org_id = ? and"
                                                + " purpose = ? and key_id = ?",
                                        wrapped,
                                        name.org().value(),
                                        Words.of(name.purpose()),
                                        name.id()));
    }

    @Test
    void no_column_was_forgotten_here() {
        List<String> columns =
                POSTGRES.gate()
                        .jdbi()
                        .withHandle(
                                handle ->
                                        handle.select(
                                                        """
                                                        select table_name || '.' || column_name
                                                        from information_schema.columns
                                                        where table_schema = 'public'
                                                        and data_type = 'bytea'
                                                        """)
                                                .mapTo(String.class)
                                                .list());

        // How an anchor elsewhere is refused, PostgresAuditTrailTest tells.
        assertThat(columns)
                .filteredOn(column -> !column.contains("digest"))
                .filteredOn(column -> !column.equals("audit_anchor.seal"))
                .containsExactlyInAnyOrder(
                        "attendee.person",
                        "link.prefill",
                        "record_key.wrapped",
                        "outbox.reason_words",
                        "org_connection.sealed",
                        "org_key.wrapped");
    }
}
