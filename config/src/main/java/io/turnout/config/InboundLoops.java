package io.turnout.config;

import io.turnout.application.InboundUseCases;
import io.turnout.application.connection.OrgConnections;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What goes on by itself so that whatever organisers and the vendor do in Salesforce shows here.
final class InboundLoops {
    /// How often to look whether the vendor's org is to be asked.
    private static final Duration LICENSES = Duration.ofMillis(500);

    /// How often to look for orgs that were connected meanwhile.
    private static final Duration NEWCOMERS = Duration.ofSeconds(2);

    private static final int PAGE = 500;

    private final Set<OrgId> watched = new HashSet<>();
    private final TurnoutSettings settings;
    private final House house;

    InboundLoops(TurnoutSettings settings, House house) {
        this.settings = settings;
        this.house = house;
    }

    /// In the order they are to be started: first it is known whom to ask.
    List<House.Part> parts() {
        InboundUseCases inbound = house.useCases().inbound();
        CatalogueSettings catalogue = settings.catalogue();
        Duration pause = catalogue.poll().toJavaDuration();
        List<House.Part> parts = new ArrayList<>();
        parts.add(watching());
        settings.licenses()
                .map(licenses -> licenses.poll().toJavaDuration())
                .map(every -> loop(every, inbound))
                .ifPresent(parts::add);
        parts.add(new Loop("catalogue-watch", 1, NEWCOMERS, this::watchNewcomers));
        parts.add(
                new Loop(
                        "catalogue-poll",
                        catalogue.pollers(),
                        pause,
                        () -> inbound.pollCatalogs().poll()));
        parts.add(
                new Loop(
                        "event-refresh",
                        catalogue.callers(),
                        pause,
                        () -> inbound.refreshEvents().refresh()));
        return parts;
    }

    /// Orgs that were connected while the house runs, on whichever instance.
    private boolean watchNewcomers() {
        Optional<OrgId> after = Optional.empty();
        List<OrgConnections.Listed> page;
        do {
            page = house.ports().connections().connections().list(after, PAGE);
            for (OrgConnections.Listed one : page) {
                if (watched.add(one.org())) {
                    house.useCases().inbound().watchCatalog().watch(one.org());
                    house.useCases().minting().watch().watch(one.org());
                }
                after = Optional.of(one.org());
            }
        } while (page.size() == PAGE);
        return false;
    }

    private static House.Part loop(Duration every, InboundUseCases inbound) {
        return new Loop("licences", 1, LICENSES, () -> inbound.refreshLicenses().refresh(every));
    }

    private House.Part watching() {
        return new House.Part() {
            @Override
            public void start() {
                Wiring.orgs(settings).forEach(house.useCases().inbound().watchCatalog()::watch);
                Wiring.orgs(settings).forEach(house.useCases().minting().watch()::watch);
                vendor().ifPresent(this::watch);
            }

            private void watch(OrgId vendor) {
                // Its calls are on an account too, and only an org that is at home here has one.
                house.useCases().welcomeOrg().welcome(vendor);
                house.useCases().inbound().watchLicenses().watch(vendor);
            }
        };
    }

    private Optional<OrgId> vendor() {
        return settings.licenses().map(licenses -> new OrgId(licenses.source().org()));
    }
}
