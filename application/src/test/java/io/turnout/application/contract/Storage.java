package io.turnout.application.contract;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.attendeelink.OwedLinks;
import io.turnout.application.connection.OrgConnections;
import io.turnout.application.connection.SchemaChecks;
import io.turnout.application.delivery.Backlog;
import io.turnout.application.delivery.CallBudget;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Reconciliations;
import io.turnout.application.delivery.SeatCounts;
import io.turnout.application.erasure.ErasureLedger;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.privacy.Vault;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.EventContents;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.publishing.Refreshes;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.retention.Notices;
import io.turnout.application.retention.Retained;
import io.turnout.application.waitingroom.WaitingRooms;
import io.turnout.domain.delivery.BudgetRule;
import io.turnout.domain.org.OrgId;
import java.time.Duration;

/// The storage ports over one and the same storage, as the contracts try them. Tests may
/// share a storage: each works in an org of its own. `pages` must not be cached, since the
/// contracts count seats through it.
public interface Storage {
    RegistrationBook book();

    EventPages pages();

    Licenses licenses();

    Outbox outbox();

    SeatCounts counts();

    Backlog backlog();

    Reconciliations reconciliations();

    CallBudget callBudget(BudgetRule rule);

    EventContents contents();

    Refreshes refreshes();

    CatalogPolls catalogPolls();

    LicensePolls licensePolls();

    Nudges nudges();

    OrgConnections connections();

    SchemaChecks schemaChecks();

    VanityHosts hosts();

    AttendeeLinks links();

    LinkUploads uploads();

    LinkPolls linkPolls();

    OwedLinks owedLinks();

    WaitingRooms waitingRooms();

    Erasures erasures();

    ErasureLedger erasureLedger();

    Vault vault();

    Retained retained();

    Notices notices();

    /// Makes this storage the home of an org that nobody has used before.
    void welcome(OrgId org);

    /// As if so much time had passed since everything was written. Where the storage has a clock
    /// of its own, what is kept is moved back instead: expiries of holds, when rows were owed and
    /// are due, leases, the next call of every lane, when licences were confirmed, and when
    /// events are to be pulled and orgs to be asked, and
    /// when somebody is to be forgotten.
    void elapse(Duration passed);
}
