package io.turnout.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.DeliveryRules;
import io.turnout.application.UseCases;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.connection.OrgConnections.Keeping;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.MemoryStorage;
import io.turnout.domain.audit.AuditRecord;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.connection.Check;
import io.turnout.domain.connection.ConnectedAs;
import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.connection.SchemaRule;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An administrator connects an org, mends what is wrong and changes a secret.
class ConnectionScenarioTest {
    private static final Hand HAND = new Hand("op-1", "r-1");
    private static final String KEY = "-----BEGIN PRIVATE KEY-----";

    private final MemoryStorage storage = new MemoryStorage();
    private final ConnectionUseCases desk =
            UseCases.over(storage.memory().ports(), DeliveryRules.USUAL).connections();
    private final OrgId org = Ids.org();

    private KeepConnection.Answer keep(Optional<String> key, Optional<List<String>> webhooks) {
        return desk.keep()
                .keep(
                        new ConnectionDraft(
                                org,
                                URI.create("https://acme.my.salesforce.com"),
                                new ConnectedAs("key", "user", "https://login.salesforce.com"),
                                "66.0",
                                "default",
                                key,
                                webhooks),
                        HAND);
    }

    private OrgConnection kept() {
        var kept = (OrgConnections.Kept.Open) storage.connections().find(org).orElseThrow();
        return kept.connection();
    }

    @Test
    void the_first_time_a_key_is_needed_and_later_it_stays() {
        assertThat(keep(Optional.empty(), Optional.empty()))
                .isInstanceOfSatisfying(
                        KeepConnection.Answer.Flawed.class,
                        flawed ->
                                assertThat(flawed.flaws().getFirst().field())
                                        .isEqualTo("privateKey"));

        assertThat(keep(Optional.of(KEY), Optional.of(List.of("whsec_1"))))
                .isEqualTo(new KeepConnection.Answer.Done(Keeping.FIRST));
        assertThat(keep(Optional.empty(), Optional.empty()))
                .isEqualTo(new KeepConnection.Answer.Done(Keeping.REPLACED));

        assertThat(kept().secrets().privateKey()).isEqualTo(KEY);
        assertThat(kept().secrets().webhookSecrets()).containsExactly("whsec_1");
    }

    @Test
    void a_secret_that_is_taken_out_is_gone() {
        var _ = keep(Optional.of(KEY), Optional.of(List.of("whsec_1", "whsec_2")));

        var _ = keep(Optional.empty(), Optional.of(List.of("whsec_2")));

        assertThat(kept().secrets().webhookSecrets()).containsExactly("whsec_2");
    }

    @Test
    void the_trail_tells_what_it_was_and_is_and_no_secret() {
        var _ = keep(Optional.of(KEY), Optional.of(List.of("whsec_1")));
        var _ = keep(Optional.empty(), Optional.of(List.of("whsec_2")));
        var _ = desk.remove().remove(org, HAND);

        List<AuditRecord> trail =
                storage.memory().ports().audit().read(AuditTrail.Query.after(0, 10));

        assertThat(trail).extracting(record -> record.entry().org()).containsOnly(Optional.of(org));
        assertThat(trail)
                .extracting(record -> record.entry().subject())
                .containsExactly(
                        "loginUrl: - > https://acme.my.salesforce.com; apiVersion: - > 66.0;"
                                + " mapping: - > default; audience: - >"
                                + " https://login.salesforce.com; username: set; consumerKey: set;"
                                + " privateKey: set; webhookSecrets: set",
                        "webhookSecrets: changed",
                        "loginUrl: https://acme.my.salesforce.com > -; apiVersion: 66.0 > -;"
                                + " mapping: default > -; audience:"
                                + " https://login.salesforce.com > -; username: removed;"
                                + " consumerKey: removed; privateKey: removed; webhookSecrets:"
                                + " removed");
    }

    @Test
    void a_key_that_is_none_is_not_kept() {
        assertThat(keep(Optional.of("secret"), Optional.empty()))
                .isInstanceOf(KeepConnection.Answer.Flawed.class);

        assertThat(storage.connections().find(org)).isEmpty();
    }

    @Test
    void every_org_is_looked_at_once_and_again_when_its_connection_changes() {
        var _ = keep(Optional.of(KEY), Optional.empty());

        assertThat(desk.checkSchemas().check()).isEqualTo(1);
        assertThat(desk.checkSchemas().check()).isZero();
        var _ = keep(Optional.empty(), Optional.empty());

        assertThat(desk.checkSchemas().check()).isEqualTo(1);
    }

    @Test
    void what_a_test_finds_is_kept_and_spares_the_next_look() {
        SchemaReport broken = SchemaChecksContract.broken(Finding.Harm.DELIVERY);
        storage.memory().connected().schema().answer(org, broken);
        var _ = keep(Optional.of(KEY), Optional.empty());

        ConnectionReport report = desk.test().test(org);

        assertThat(report.findings()).hasSize(1);
        assertThat(desk.show().show(org).orElseThrow().checked().orElseThrow().report())
                .isEqualTo(broken);
        assertThat(desk.list().list(Optional.empty(), 10).getFirst().checked()).isPresent();
        assertThat(desk.checkSchemas().check()).isZero();
        storage.elapse(SchemaRule.AT_REST);
        assertThat(desk.checkSchemas().check()).isEqualTo(1);
    }

    @Test
    void a_test_that_does_not_come_that_far_keeps_nothing() {
        var _ = keep(Optional.of(KEY), Optional.empty());
        storage.memory()
                .connected()
                .probe()
                .fail(org, Check.failed(Check.Step.LOGIN, "refused", "approve the app"));

        ConnectionReport report = desk.test().test(org);

        assertThat(report.isSound()).isFalse();
        assertThat(desk.show().show(org).orElseThrow().checked()).isEmpty();
    }
}
