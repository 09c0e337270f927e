package io.turnout.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.connection.OrgConnections.Keeping;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.connection.OrgConnections.Listed;
import io.turnout.application.connection.OrgConnections.Removal;
import io.turnout.application.connection.OrgConnections.Source;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every place that keeps the connections of orgs promises.
public abstract class OrgConnectionsContract {
    private OrgConnections connections;
    private OrgId org;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        Storage storage = storage();
        connections = storage.connections();
        org = Ids.org();
        storage.welcome(org);
    }

    public static OrgConnection connection(OrgId org, String mapping) {
        return new OrgConnection(
                org,
                URI.create("https://acme.my.salesforce.com"),
                new ConnectedAs(
                        "3MVG9.key", "turnout@acme.example", "https://login.salesforce.com"),
                "66.0",
                mapping,
                new ConnectionSecrets("-----BEGIN PRIVATE KEY-----canary", List.of("whsec_a")));
    }

    private Kept.Open found(OrgId of) {
        Kept kept = connections.find(of).orElseThrow();
        assertThat(kept).isInstanceOf(Kept.Open.class);
        return (Kept.Open) kept;
    }

    @Test
    void what_is_kept_is_found_with_its_secrets() {
        OrgConnection kept = connection(org, "default");

        assertThat(connections.keep(kept)).isEqualTo(Keeping.FIRST);

        Kept.Open found = found(org);
        assertThat(found.connection()).isEqualTo(kept);
        assertThat(found.head().source()).isEqualTo(Source.STORED);
        assertThat(found.head().mapping()).isEqualTo("default");
        assertThat(found.head().changedAt()).isPresent();
    }

    @Test
    void the_newest_connection_counts_and_has_another_version() {
        var _ = connections.keep(connection(org, "default"));
        String before = found(org).head().version();

        assertThat(connections.keep(connection(org, "acme"))).isEqualTo(Keeping.REPLACED);

        assertThat(found(org).connection().mapping()).isEqualTo("acme");
        assertThat(found(org).head().version()).isNotEqualTo(before);
        assertThat(found(org).head().version()).isEqualTo(found(org).head().version());
    }

    @Test
    void a_removed_connection_is_gone_and_its_neighbour_is_not() {
        OrgId neighbour = Ids.org();
        storage().welcome(neighbour);
        var _ = connections.keep(connection(org, "default"));
        var _ = connections.keep(connection(neighbour, "default"));

        assertThat(connections.remove(org)).isEqualTo(Removal.REMOVED);

        assertThat(connections.find(org)).isEmpty();
        assertThat(connections.remove(org)).isEqualTo(Removal.UNKNOWN);
        assertThat(connections.find(neighbour)).isPresent();
    }

    @Test
    void who_is_not_connected_is_not_found() {
        assertThat(connections.find(org)).isEmpty();
        assertThat(connections.list(Optional.empty(), 1_000))
                .noneMatch(one -> one.org().equals(org));
    }

    @Test
    void pages_of_two_show_everybody_once_and_in_order() {
        List<OrgId> kept =
                Stream.generate(Ids::org)
                        .limit(5)
                        .peek(storage()::welcome)
                        .peek(
                                one ->
                                        assertThat(connections.keep(connection(one, "default")))
                                                .isNotNull())
                        .toList();

        List<OrgId> seen = new ArrayList<>();
        List<Listed> page = connections.list(Optional.empty(), 2);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            page.forEach(one -> seen.add(one.org()));
            page = connections.list(Optional.of(seen.getLast()), 2);
        }

        assertThat(seen)
                .containsAll(kept)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(OrgId::value));
    }

    @Test
    void nothing_secret_is_printed() {
        var _ = connections.keep(connection(org, "default"));

        assertThat(connections.find(org).toString()).doesNotContain("canary", "whsec_", "turnout@");
    }
}
