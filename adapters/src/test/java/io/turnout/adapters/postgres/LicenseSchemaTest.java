package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// What is kept of licences (B8). A column that is not named here is one more than was allowed.
class LicenseSchemaTest {
    private final Jdbi jdbi = PostgresServer.connect(PostgresServer.freshUrl());

    @Test
    void licences_hold_no_personal_data() {
        assertThat(columns("license"))
                .containsExactlyInAnyOrder(
                        "org_id", "number", "status", "confirmed_at", "changed_at");
        assertThat(columns("license_poll"))
                .containsExactlyInAnyOrder(
                        "org_id",
                        "wanted",
                        "settled",
                        "attempt",
                        "lease_until",
                        "polled_at",
                        "succeeded_at",
                        "failed_at",
                        "failure");
    }

    @Test
    void nothing_else_is_kept_of_licences() {
        List<String> tables =
                texts(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name like '%licen%'
                        """);

        assertThat(tables).containsExactlyInAnyOrder("license", "license_poll");
    }

    private List<String> columns(String table) {
        return texts(
                "select column_name from information_schema.columns where table_name = '"
                        + table
                        + "'");
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
