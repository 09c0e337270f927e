package io.turnout.adapters.together;

import io.turnout.adapters.postgres.PostgresArrears;
import io.turnout.adapters.postgres.PostgresBacklog;
import io.turnout.adapters.postgres.PostgresCallBudget;
import io.turnout.adapters.postgres.PostgresOutbox;
import io.turnout.adapters.postgres.PostgresReconciliations;
import io.turnout.adapters.postgres.PostgresSeatCounts;
import io.turnout.adapters.postgres.PostgresStorage;
import io.turnout.adapters.salesforce.OrgCalls;
import io.turnout.adapters.salesforce.SalesforceBulkRecords;
import io.turnout.adapters.salesforce.SalesforceLinkSource;
import io.turnout.adapters.salesforce.SalesforceOrgCensus;
import io.turnout.adapters.salesforce.SalesforceOrgRecords;
import io.turnout.adapters.salesforce.SimulatedSalesforce;
import io.turnout.adapters.salesforce.TestConnections;
import io.turnout.adapters.tink.TinkLinkTokens;
import io.turnout.application.DeliveryRules;
import io.turnout.application.Outbound;
import io.turnout.application.OutboundUseCases;
import io.turnout.application.Ports;
import io.turnout.application.UseCases;
import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.attendeelink.LinkTokens;
import io.turnout.application.attendeelink.MintPorts;
import io.turnout.application.attendeelink.MintRule;
import io.turnout.application.attendeelink.MintUseCases;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.memory.Memory;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.delivery.CountRule;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationRequest;
import io.turnout.simulator.SeedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/// PostgreSQL, the real adapter and the simulator, with one org and one event. Time in the
/// database is moved by hand; the use cases take their turns when they are told to.
final class House implements AutoCloseable {
    static final OrgId ORG = SimulatedSalesforce.ACME;

    private static final Duration TURN = Duration.ofMinutes(5);
    private static final int ROUNDS_MAX = 2_000;
    private static final int GROUP_MAX = 50;

    final PostgresStorage storage = new PostgresStorage();
    final SimulatedSalesforce salesforce;
    final Fair fair;
    final OutboundUseCases desk;

    private static final String FAR_OFF = "2100-01-01T12:00:00Z";
    private static final MintRule MINT =
            new MintRule(
                    Optional.of(new LinkSite(URI.create("https://events.example"))),
                    new BatchRule(1, Duration.ZERO, 200, Duration.ZERO));

    final MintUseCases minting;
    final LinkTokens tokens = new TinkLinkTokens(storage.keys());
    private int guests;

    private final CloseableHttpClient client = TestConnections.client(Duration.ofSeconds(30));

    House() {
        this(new BudgetRule(1, 0));
    }

    House(BudgetRule budgetRule) {
        this(budgetRule, BulkRule.USUAL);
    }

    House(BudgetRule budgetRule, BulkRule bulk) {
        storage.welcome(ORG);
        this.fair = new Fair(storage, ORG, Ids.event(), Ids.item(), Ids.item(), Ids.session());
        fair.license(LicenseStatus.ACTIVE);
        fair.publish(1, Fair.UNCOUNTED, Fair.UNCOUNTED, Fair.UNCOUNTED);
        this.salesforce = new SimulatedSalesforce(ORG, rows(fair));
        CallBudget budget = new PostgresCallBudget(storage.gate(), budgetRule);
        OrgCalls calls = new OrgCalls(client, InstantSource.system(), budget);
        Outbound outbound =
                new Outbound(
                        new PostgresOutbox(storage.gate(), storage.vault(), "test"),
                        new PostgresSeatCounts(storage.gate(), "test"),
                        new PostgresBacklog(storage.gate(), storage.vault(), "test"),
                        new PostgresReconciliations(storage.gate(), storage.vault()),
                        new PostgresArrears(storage.gate()),
                        budget,
                        Memory.empty(InstantSource.system()).ports().outbound().renewal(),
                        new Outbound.Reach(
                                new SalesforceOrgRecords(calls, salesforce.connections()),
                                new SalesforceBulkRecords(calls, salesforce.connections()),
                                new SalesforceOrgCensus(calls, salesforce.connections())));
        this.minting = minting(outbound, calls);
        this.desk = useCases(outbound, new DeliveryRules(ALL_AT_ONCE, SOON, bulk, budgetRule));
    }

    private static final BatchRule ALL_AT_ONCE =
            new BatchRule(1, Duration.ZERO, 200, Duration.ZERO);
    private static final CountRule SOON = new CountRule(Duration.ofSeconds(30), 200);

    private static OutboundUseCases useCases(Outbound outbound, DeliveryRules rules) {
        Ports others = Memory.empty(InstantSource.system()).ports();
        return UseCases.over(others.with(Outbound.class, outbound), rules).outbound();
    }

    private MintUseCases minting(Outbound outbound, OrgCalls calls) {
        Ports twins = Memory.empty(InstantSource.system()).ports();
        LinkPorts links =
                new LinkPorts(
                        storage.links(),
                        tokens,
                        storage.vault(),
                        storage.uploads(),
                        twins.links().tickets(),
                        Runnable::run,
                        new MintPorts(
                                new SalesforceLinkSource(
                                        calls, salesforce.connections(), InstantSource.system()),
                                storage.linkPolls(),
                                storage.owedLinks(),
                                MINT));
        return MintUseCases.over(
                links, outbound.reach().records(), outbound.renewal(), storage.hosts());
    }

    private static List<SeedRow> rows(Fair fair) {
        String event = fair.event().value();
        return List.of(
                row("Event__c", Map.of("Id", event, "Name", "Fair", "Ends_At__c", FAR_OFF)),
                row("Event_Item__c", child(fair.ticket().value(), event)),
                row("Event_Item__c", child(fair.vip().value(), event)),
                row("Session__c", child(fair.workshop().value(), event)));
    }

    private static Map<String, Object> child(String id, String event) {
        return Map.of("Id", id, "Event__c", event, "Name", "Part");
    }

    private static SeedRow row(String object, Map<String, Object> fields) {
        return new SeedRow(ORG.value(), object, fields);
    }

    /// So many register, in groups of at most fifty.
    void admit(int people) {
        for (int left = people; left > 0; left -= GROUP_MAX) {
            var _ = group(Math.min(GROUP_MAX, left));
        }
    }

    Registration group(int size) {
        return fair.admit(request(size));
    }

    Registration comeBy(LinkId link) {
        return fair.admit(request(1).invited(Optional.of(link)));
    }

    private RegistrationRequest request(int size) {
        RegistrationRequest wanted = fair.group(size);
        return new RegistrationRequest(
                ORG,
                fair.event(),
                wanted.key(),
                wanted.id(),
                wanted.attendees().stream().map(this::guest).toList(),
                Optional.empty());
    }

    private Attendee guest(Attendee wanted) {
        int number = guests++;
        Person person =
                new Person(
                        "guest%d@example.org".formatted(number),
                        "Zoë O'Neill, \"%d\"".formatted(number),
                        number % 2 == 0 ? Optional.of("Dr") : Optional.empty(),
                        Optional.of("Łódź & Sons"));
        return new Attendee(wanted.id(), person, wanted.place());
    }

    /// Relays until nothing is owed, letting a minute pass whenever nobody has anything to do.
    void drain() {
        for (int i = 0; i < ROUNDS_MAX; i++) {
            boolean busy =
                    desk.relayBacklog().relay().isPresent()
                            || desk.relayOutbox()
                                    .relay()
                                    .filter(Receipt.Answered.class::isInstance)
                                    .isPresent();
            if (!busy && lane().waiting() == 0) {
                return;
            }
            if (!busy && hasJob()) {
                storage.hurry(TURN);
            } else if (!busy) {
                storage.elapse(TURN);
            }
        }
        throw new IllegalStateException("it does not drain: " + lane());
    }

    private boolean hasJob() {
        return desk.showDelivery().show(ORG, Optional.empty()).jobs().stream()
                .anyMatch(job -> job.endedAt().isEmpty());
    }

    /// Attendees and their counts, until neither is owed.
    void drainWithCounts() {
        drain();
        storage.elapse(TURN);
        while (desk.relayCounts().relay().isPresent()) {
            storage.elapse(TURN);
        }
    }

    void reconcile() {
        boolean _ = desk.askReconciliation().ask(ORG, fair.event());
        while (desk.reconcileEvents().reconcile()) {
            // The next turn.
        }
    }

    Outbox.LaneView lane() {
        return desk.showDelivery().show(ORG, Optional.of(fair.event())).lanes().stream()
                .filter(lane -> lane.event().equals(fair.event()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        salesforce.close();
        storage.close();
    }
}
