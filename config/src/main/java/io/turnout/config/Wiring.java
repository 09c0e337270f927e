package io.turnout.config;

import io.dropwizard.core.setup.Environment;
import io.turnout.adapters.ids.TimeOrderedIds;
import io.turnout.application.Inbound;
import io.turnout.application.Outbound;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.attendeelink.MintPorts;
import io.turnout.application.checkout.CheckoutSeals;
import io.turnout.application.erasure.ErasurePorts;
import io.turnout.application.memory.Memory;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.retention.RetentionPorts;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The only place that knows which adapter stands behind which port.
public final class Wiring {
    private final TurnoutSettings settings;
    private final Environment environment;

    public Wiring(TurnoutSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /// Time as it is stored: in milliseconds, so that what is kept is what was said.
    public static InstantSource clock() {
        return InstantSource.tick(InstantSource.system(), Duration.ofMillis(1));
    }

    /// The orgs of the settings that begin at this stack.
    public static List<OrgId> orgs(TurnoutSettings settings) {
        return settings.salesforce().orgs().stream()
                .filter(org -> org.beginsAt(settings.stack()))
                .map(org -> new OrgId(org.org()))
                .toList();
    }

    public House house() {
        return switch (settings.storage()) {
            case StorageSettings.Memory() -> memory();
            case StorageSettings.Postgres(var database) ->
                    new PostgresWiring(settings, environment, database).house(keyManagement());
        };
    }

    private House memory() {
        Memory memory = Memory.empty(clock());
        Ports twins = memory.ports();
        Outbound outbound = twins.outbound();
        var salesforce =
                new SalesforceWiring(
                        settings,
                        environment,
                        outbound.budget(),
                        twins.connections().connections());
        LimitsWiring limits = LimitsWiring.of(settings);
        CheckoutSeals seals = twins.checkouts().seals();
        CheckoutWiring checkouts = CheckoutWiring.with(seals, seals, settings);
        Ports ports =
                new Ports(
                        twins.orgs(),
                        twins.book(),
                        twins.pages(),
                        twins.licenses(),
                        outbound.over(salesforce.reach()),
                        twins.tokens(),
                        new TimeOrderedIds(),
                        new Inbound(
                                salesforce.catalog(),
                                twins.inbound().refreshes(),
                                twins.inbound().catalogPolls(),
                                salesforce.licenseSource(),
                                twins.inbound().licensePolls(),
                                twins.inbound().nudges(),
                                salesforce.secrets()),
                        salesforce.connectionPorts(twins.connections().checks()),
                        limits.allowances(),
                        twins.hosts(),
                        twins.waiting(),
                        checkouts.ports(),
                        twins.links()
                                .withMinting(
                                        new MintPorts(
                                                salesforce.linkSource(),
                                                twins.links().minting().polls(),
                                                twins.links().minting().owed(),
                                                settings.links()
                                                        .toRule(settings.rules().batches()))),
                        twins.audit(),
                        erasure(twins.erasure()),
                        new RetentionPorts(
                                twins.retention().retained(),
                                settings.retention().toRule(),
                                twins.retention().notices(),
                                twins.retention().management()),
                        twins.flags(),
                        twins.rollouts(),
                        twins.sessions(),
                        twins.settings(),
                        settings.media().open(Wiring.clock()),
                        twins.scaling(),
                        twins.relocations());
        return new House(
                ports,
                UseCases.over(ports, settings.rules(), settings.roomRule()),
                Stream.concat(limits.parts().stream(), checkouts.parts().stream()).toList());
    }

    private ErasurePorts erasure(ErasurePorts twins) {
        return new ErasurePorts(
                twins.erasures(),
                twins.ledger(),
                twins.copy(),
                twins.vault(),
                settings.erasure().toRule());
    }

    KeyManagement keyManagement() {
        return settings.keyManagement().open();
    }
}
