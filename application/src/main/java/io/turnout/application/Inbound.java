package io.turnout.application;

import io.turnout.application.licensing.LicensePolls;
import io.turnout.application.licensing.LicenseSource;
import io.turnout.application.nudging.Nudges;
import io.turnout.application.nudging.WebhookSecrets;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.OrgCatalog;
import io.turnout.application.publishing.Refreshes;

/// Everything the use cases need for what comes in from Salesforce.
public record Inbound(
        OrgCatalog catalog,
        Refreshes refreshes,
        CatalogPolls catalogPolls,
        LicenseSource licenseSource,
        LicensePolls licensePolls,
        Nudges nudges,
        WebhookSecrets secrets) {}
