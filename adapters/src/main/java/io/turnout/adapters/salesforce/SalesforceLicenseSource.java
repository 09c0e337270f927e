package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.licensing.LicenseSource;
import io.turnout.domain.delivery.CallKind;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Licences as rows of the vendor's own org, all of them in one query.
public final class SalesforceLicenseSource implements LicenseSource {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceLicenseSource.class);

    private final OrgCalls calls;
    private final SalesforceConnections vendors;
    private final LicenseMapping mapping;

    public SalesforceLicenseSource(
            OrgCalls calls, SalesforceConnections vendors, LicenseMapping mapping) {
        this.calls = calls;
        this.vendors = vendors;
        this.mapping = mapping;
    }

    @Override
    public Reading read(OrgId vendor) {
        return switch (rows(vendor)) {
            case Outcome.Said<List<JsonNode>>(var rows) ->
                    new Reading.Said(rows.stream().flatMap(row -> issued(row).stream()).toList());
            case Outcome.Failed<List<JsonNode>>(var why) -> {
                LOG.warn("the licences of {} were not read: {}", vendor, why);
                yield new Reading.Failed(why);
            }
        };
    }

    private Outcome<List<JsonNode>> rows(OrgId vendor) {
        try {
            return vendors.of(vendor)
                    .map(to -> new OrgQuestions(calls, to, CallKind.CATALOGUE).rows(query()))
                    .orElseGet(() -> new Outcome.Failed<>("the vendor's org is not connected"));
        } catch (RuntimeException broken) {
            String kind = broken.getClass().getSimpleName();
            return new Outcome.Failed<>("a fault of our own: " + kind);
        }
    }

    private Soql query() {
        return Soql.select(
                        List.of(
                                CatalogQueries.ID,
                                CatalogQueries.STAMP,
                                mapping.number(),
                                mapping.status(),
                                mapping.org()),
                        mapping.object())
                .orderBy(CatalogQueries.ID);
    }

    /// A row that says nothing we understand: it confirms nothing and takes nothing away.
    private Optional<Issued> issued(JsonNode row) {
        try {
            LicenseStatus status =
                    mapping.statuses().get(RowReader.text(row, mapping.status()).orElse(""));
            String number = RowReader.text(row, mapping.number()).orElse("").strip();
            return status == null
                    ? Optional.empty()
                    : Optional.of(
                            new Issued(
                                    number,
                                    status,
                                    new OrgId(RowReader.text(row, mapping.org()).orElse("")),
                                    CatalogReader.stamp(row)));
        } catch (IllegalArgumentException noOrg) {
            return Optional.empty();
        }
    }
}
