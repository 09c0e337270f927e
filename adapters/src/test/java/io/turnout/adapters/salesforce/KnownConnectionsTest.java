package io.turnout.adapters.salesforce;

import static io.turnout.application.delivery.OrgRecordsContract.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnout.application.connection.ConnectionProbe;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.OrgConnections.Kept;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryOrgConnections;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionSecrets;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connections as they are used: from memory, for a few seconds, and never an exception.
class KnownConnectionsTest {
    private static final String WEBHOOK = "whsec_" + "A".repeat(32);
    private static final ConnectionTerms TERMS =
            new ConnectionTerms(Mappings.shipped(), List.of("salesforce.com"));

    private Instant now = Instant.EPOCH;
    private final MemoryOrgConnections kept = new MemoryOrgConnections(this::now);
    private final KnownConnections known = new KnownConnections(kept, TERMS, this::now);

    static OrgConnection connection(String mapping, String key) {
        return new OrgConnection(
                ACME,
                URI.create("https://acme.my.salesforce.com"),
                new ConnectedAs("key", "user", "https://login.salesforce.com"),
                "66.0",
                mapping,
                new ConnectionSecrets(key, List.of(WEBHOOK)));
    }

    private Instant now() {
        return now;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void a_new_connection_counts_within_seconds_and_a_removed_one_is_gone_as_soon() {
        assertThat(known.of(ACME)).isEmpty();
        var _ = kept.keep(connection("default", TestKeys.pem(TestKeys.OURS)));

        assertThat(known.trouble(ACME)).contains("nobody has connected it");
        pass(KnownConnections.FRESH);
        assertThat(known.of(ACME)).isPresent();
        assertThat(known.webhookSecrets(ACME)).containsExactly(WEBHOOK);

        var _ = kept.remove(ACME);
        pass(KnownConnections.FRESH);
        assertThat(known.of(ACME)).isEmpty();
        assertThat(known.webhookSecrets(ACME)).isEmpty();
    }

    @Test
    void an_unchanged_connection_stays_the_same_object_so_that_its_login_does() {
        var _ = kept.keep(connection("default", TestKeys.pem(TestKeys.OURS)));
        SalesforceConnection first = known.of(ACME).orElseThrow();

        pass(KnownConnections.FRESH);

        assertThat(known.of(ACME).orElseThrow()).isSameAs(first);
        var _ = kept.keep(connection("conference360", TestKeys.pem(TestKeys.OURS)));
        pass(KnownConnections.FRESH);
        assertThat(known.of(ACME).orElseThrow().mapping().event().object())
                .isEqualTo("conference360__Event__c");
    }

    @Test
    void what_cannot_be_used_says_why() {
        var _ = kept.keep(connection("unheard-of", TestKeys.pem(TestKeys.OURS)));
        assertThat(known.of(ACME)).isEmpty();
        assertThat(known.trouble(ACME).orElseThrow()).contains("[conference360, default]");

        var _ = kept.keep(connection("default", "-----BEGIN PRIVATE KEY-----"));
        pass(KnownConnections.FRESH);
        assertThat(known.trouble(ACME))
                .contains("not a PKCS#8 key: it begins with -----BEGIN" + " PRIVATE KEY-----");
    }

    @Test
    void what_was_known_serves_on_while_nobody_can_be_asked() {
        Leaving storage = new Leaving(kept);
        var _ = kept.keep(connection("default", TestKeys.pem(TestKeys.OURS)));
        KnownConnections over = new KnownConnections(storage, TERMS, this::now);
        SalesforceConnection first = over.of(ACME).orElseThrow();

        storage.away = true;
        pass(KnownConnections.FRESH.multipliedBy(100));

        assertThat(over.of(ACME)).containsSame(first);
        assertThatIllegalStateException().isThrownBy(() -> over.of(Ids.org()));
    }

    @Test
    void a_sound_connection_has_no_flaws_and_a_fingerprint() {
        ConnectionProbe.Inspection found =
                TERMS.inspect(connection("default", TestKeys.pem(TestKeys.OURS)));

        assertThat(found.flaws()).isEmpty();
        assertThat(found.keyFingerprint().orElseThrow()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(found.keyFingerprint())
                .isNotEqualTo(
                        TERMS.inspect(connection("default", TestKeys.pem(TestKeys.NOBODYS)))
                                .keyFingerprint());
    }

    @Test
    void every_flaw_is_named_at_once_and_none_repeats_what_was_given() {
        var wrong =
                new OrgConnection(
                        ACME,
                        URI.create("http://canary.example/path"),
                        new ConnectedAs("key", "user", "aud"),
                        "canary",
                        "canary",
                        new ConnectionSecrets("canary", List.of(WEBHOOK, WEBHOOK)));

        List<Flaw> flaws = TERMS.inspect(wrong).flaws();

        assertThat(flaws)
                .extracting(Flaw::field)
                .containsExactly(
                        "loginUrl", "apiVersion", "mapping", "privateKey", "webhookSecrets[1]");
        assertThat(flaws.toString()).doesNotContain("canary", WEBHOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://salesforce.com.evil.example",
                "https://evilsalesforce.com",
                "https://127.0.0.1:8081",
                "http://127.0.0.1:8081",
                "https://user@acme.my.salesforce.com",
                "https://acme.my.salesforce.com/services",
                "https://acme.my.salesforce.com/?a=b"
            })
    void nobody_has_us_call_elsewhere(String url) {
        OrgConnection sound = connection("default", TestKeys.pem(TestKeys.OURS));
        var elsewhere =
                new OrgConnection(
                        ACME,
                        URI.create(url),
                        sound.account(),
                        sound.apiVersion(),
                        sound.mapping(),
                        sound.secrets());

        assertThat(TERMS.inspect(elsewhere).flaws())
                .extracting(Flaw::field)
                .containsExactly("loginUrl");
    }

    /// A storage that can go away.
    private static final class Leaving implements OrgConnections {
        private final OrgConnections behind;
        private boolean away;

        Leaving(OrgConnections behind) {
            this.behind = behind;
        }

        private OrgConnections asked() {
            if (away) {
                throw new IllegalStateException("the storage is away");
            }
            return behind;
        }

        @Override
        public Keeping keep(OrgConnection connection) {
            return asked().keep(connection);
        }

        @Override
        public Optional<Kept> find(OrgId org) {
            return asked().find(org);
        }

        @Override
        public List<Listed> list(Optional<OrgId> after, int limit) {
            return asked().list(after, limit);
        }

        @Override
        public Removal remove(OrgId org) {
            return asked().remove(org);
        }
    }
}
