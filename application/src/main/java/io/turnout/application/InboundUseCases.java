package io.turnout.application;

import io.turnout.application.licensing.RefreshLicenses;
import io.turnout.application.licensing.ShowLicense;
import io.turnout.application.licensing.ShowLicenses;
import io.turnout.application.licensing.WatchLicenses;
import io.turnout.application.nudging.HearNudge;
import io.turnout.application.publishing.PollCatalogs;
import io.turnout.application.publishing.RefreshEvents;
import io.turnout.application.publishing.ShowCatalog;
import io.turnout.application.publishing.WatchCatalog;

/// What the house can be asked about what comes in from Salesforce.
public record InboundUseCases(
        HearNudge hearNudge,
        WatchCatalog watchCatalog,
        PollCatalogs pollCatalogs,
        RefreshEvents refreshEvents,
        ShowCatalog showCatalog,
        WatchLicenses watchLicenses,
        RefreshLicenses refreshLicenses,
        ShowLicenses showLicenses,
        ShowLicense showLicense) {
    static InboundUseCases over(Ports ports) {
        Inbound inbound = ports.inbound();
        return new InboundUseCases(
                new HearNudge(inbound.nudges()),
                new WatchCatalog(inbound.catalogPolls()),
                new PollCatalogs(
                        inbound.catalogPolls(),
                        inbound.catalog(),
                        inbound.refreshes(),
                        ports.pages()),
                new RefreshEvents(inbound.refreshes(), inbound.catalog()),
                new ShowCatalog(inbound.catalogPolls(), inbound.refreshes()),
                new WatchLicenses(inbound.licensePolls()),
                new RefreshLicenses(
                        inbound.licensePolls(),
                        inbound.licenseSource(),
                        ports.licenses(),
                        ports.audit()),
                new ShowLicenses(ports.licenses(), inbound.licensePolls()),
                new ShowLicense(ports.licenses()));
    }
}
