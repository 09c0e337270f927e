package io.turnout.adapters.postgres;

import io.turnout.application.publishing.CatalogPolls;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.publishing.Marks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// A row of `org_poll`, read in two ways.
final class PollRow {
    private PollRow() {}

    static CatalogPolls.Poll poll(OrgId org, ResultSet row) throws SQLException {
        long wanted = row.getLong("list_wanted");
        boolean listing = wanted > row.getLong("listed");
        String[] seen = (String[]) row.getArray("seen").getArray();
        return new CatalogPolls.Poll(
                org,
                row.getLong("attempt"),
                new Marks(
                        place(row, "event_mark"),
                        place(row, "item_mark"),
                        place(row, "session_mark")),
                Set.of(seen),
                listing ? Optional.of(wanted) : Optional.empty(),
                row.getBoolean("sweep")
                        ? RefreshViews.moment(row, "deleted_mark")
                        : Optional.empty());
    }

    private static Optional<Marks.Place> place(ResultSet row, String column) throws SQLException {
        return RefreshViews.moment(row, column).map(Marks.Place::from);
    }

    static CatalogPolls.View view(ResultSet row) throws SQLException {
        String why = row.getString("failure");
        return new CatalogPolls.View(
                Duration.ofMillis(row.getLong("interval_millis")),
                EventRows.instant(row, "next_poll_at"),
                RefreshViews.moment(row, "succeeded_at"),
                RefreshViews.moment(row, "nudged_at"),
                row.getLong("list_wanted") > row.getLong("listed"),
                why == null
                        ? Optional.empty()
                        : Optional.of(
                                new CatalogPolls.Failure(
                                        why,
                                        EventRows.instant(row, "failed_at"),
                                        row.getInt("failures"))));
    }
}
