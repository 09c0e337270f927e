package io.turnout.demo;

import io.turnout.application.UseCases;
import io.turnout.demo.Samples.Sample;
import io.turnout.domain.event.Event;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.time.Instant;

/// Opens the orgs and publishes the samples, through the same use cases as anybody would. A start
/// that finds them leaves them as they are, with whoever has registered.
final class Seeding {
    private Seeding() {}

    static void seed(UseCases useCases, Instant now) {
        open(useCases, Samples.ORG_A, "TURNOUT-0001");
        open(useCases, Samples.ORG_B, "TURNOUT-0002");
        Samples.all(now).stream()
                .filter(sample -> !ahead(useCases, sample, now))
                .forEach(sample -> useCases.publishEvent().publish(sample.event(), sample.seats()));
    }

    private static void open(UseCases useCases, OrgId org, String number) {
        useCases.welcomeOrg().welcome(org);
        useCases.grantLicense().grant(new License(number, LicenseStatus.ACTIVE, org));
    }

    /// Published before, and not over.
    private static boolean ahead(UseCases useCases, Sample sample, Instant now) {
        Event event = sample.event();
        return useCases.showEvent()
                .show(event.org(), event.id())
                .filter(page -> now.isBefore(page.event().startsAt()))
                .isPresent();
    }
}
