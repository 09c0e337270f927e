package io.turnout.adapters.postgres;

import static io.turnout.application.connection.OrgConnectionsContract.connection;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.OrgConnections.Keeping;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.connection.OrgConnections.Removal;
import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What of a connection is secret can be read in no table, opens for its own org only, and where it
/// does not open nobody stumbles over it.
class ConnectionSecretsTest {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    private final OrgConnections connections = POSTGRES.connections();
    private final OrgId org = welcomed();

    private static OrgId welcomed() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        return org;
    }

    private static String everything() {
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
                                        .flatMap(
                                                table ->
                                                        handle
                                                                .createQuery(
                                                                        "select t::text from %s t"
                                                                                .formatted(table))
                                                                .mapTo(String.class)
                                                                .list()
                                                                .stream())
                                        .toList())
                .toString();
    }

    private static void write(OrgId of, String sql, Object value) {
        POSTGRES.gate()
                .write(
                        of,
                        handle ->
                                handle.createUpdate(sql)
                                        .bind("org", of.value())
                                        .bind("value", value)
                                        .execute());
    }

    private static byte[] sealed(OrgId of) {
        return POSTGRES.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                "select sealed from org_connection where org_id ="
                                                        + " :org")
                                        .bind("org", of.value())
                                        .mapTo(byte[].class)
                                        .one());
    }

    @Test
    void no_table_can_be_read_for_a_secret() {
        assertThat(connections.keep(connection(org, "default"))).isEqualTo(Keeping.FIRST);

        String all = everything();

        assertThat(all).contains(org.value(), "https://acme.my.salesforce.com");
        for (String secret :
                List.of("PRIVATE KEY", "canary", "whsec_a", "3MVG9.key", "turnout@acme.example")) {
            assertThat(all)
                    .doesNotContain(secret)
                    .doesNotContain(
                            HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void secrets_that_were_moved_to_another_org_do_not_open() {
        OrgId other = welcomed();
        var _ = connections.keep(connection(org, "default"));
        var _ = connections.keep(connection(other, "default"));

        write(other, "update org_connection set sealed = :value where org_id = :org", sealed(org));

        assertThat(connections.find(other).orElseThrow()).isInstanceOf(Kept.Locked.class);
        assertThat(connections.find(org).orElseThrow()).isInstanceOf(Kept.Open.class);
    }

    @Test
    void secrets_that_were_spoilt_lock_their_org_and_nobody_else() {
        var _ = connections.keep(connection(org, "default"));
        for (byte[] spoilt : List.of(new byte[0], new byte[] {1}, new byte[] {127, 0, 0, 0, 1})) {
            write(org, "update org_connection set sealed = :value where org_id = :org", spoilt);

            assertThat(connections.find(org).orElseThrow()).isInstanceOf(Kept.Locked.class);
        }
        assertThat(connections.list(Optional.empty(), 1_000))
                .anyMatch(one -> one.org().equals(org));
        assertThat(connections.keep(connection(org, "default"))).isEqualTo(Keeping.REPLACED);
        assertThat(connections.find(org).orElseThrow()).isInstanceOf(Kept.Open.class);
    }

    @Test
    void an_org_that_lives_elsewhere_is_neither_kept_nor_removed_here() {
        var _ = connections.keep(connection(org, "default"));
        POSTGRES.gate()
                .jdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                "update org_home set home = 'there' where org_id ="
                                                        + " :org")
                                        .bind("org", org.value())
                                        .execute());

        assertThat(connections.keep(connection(org, "acme"))).isEqualTo(Keeping.ELSEWHERE);
        assertThat(connections.remove(org)).isEqualTo(Removal.ELSEWHERE);
        assertThat(connections.keep(connection(Ids.org(), "acme"))).isEqualTo(Keeping.ELSEWHERE);
        assertThat(connections.list(Optional.empty(), 1_000))
                .noneMatch(one -> one.org().equals(org));
        assertThat(POSTGRES.schemaChecks().claim(org, "v1")).isFalse();
    }
}
