package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.FlagState;
import io.turnout.domain.rollout.Forced;
import io.turnout.domain.rollout.Mark;
import io.turnout.domain.rollout.Marked;
import io.turnout.domain.rollout.Overlay;
import io.turnout.domain.rollout.Switch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts an overlay together from its rows. Flags that this program does not know, of an older or a
/// newer one, are left out.
final class OverlayReader {
    private static final String ALL =
            """
            select (select max(revision) from flag_change) as revision, flag, kind, audience,
                turned, until, actor, reason, at
            from (values (1)) as always (here) left join flag_rule on true
            """;

    private final Map<Flag, Draft> drafts = new HashMap<>();
    private long revision;

    private OverlayReader() {}

    /// In one statement, so that all of it is of one moment.
    static Overlay read(Handle handle) {
        OverlayReader reader = new OverlayReader();
        handle.createQuery(ALL)
                .map(
                        (row, _) -> {
                            reader.add(row);
                            return row.getRow();
                        })
                .forEach(_ -> {});
        return reader.overlay();
    }

    private void add(ResultSet row) throws SQLException {
        revision = row.getLong("revision");
        Optional<Flag> flag = Optional.ofNullable(row.getString("flag")).flatMap(Flag::of);
        if (flag.isPresent()) {
            drafts.computeIfAbsent(flag.get(), _ -> new Draft()).add(row);
        }
    }

    private Overlay overlay() {
        Map<Flag, FlagState> flags = new HashMap<>();
        drafts.forEach((flag, draft) -> flags.put(flag, draft.state()));
        return new Overlay(revision, flags);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /// One flag, row by row.
    private static final class Draft {
        private final Map<String, Mark> killed = new HashMap<>();
        private final Map<OrgId, Forced> forced = new HashMap<>();
        private final Map<String, Mark> allowed = new HashMap<>();

        void add(ResultSet row) throws SQLException {
            String audience = row.getString("audience");
            switch (row.getString("kind")) {
                case FlagRows.KILLED -> killed.put(audience, mark(row));
                case FlagRows.ALLOWED -> allowed.put(audience, mark(row));
                default -> forced.put(new OrgId(audience), forced(row));
            }
        }

        private static Forced forced(ResultSet row) throws SQLException {
            Optional<Instant> until =
                    Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
            Switch to = Words.read(Switch.class, row.getString("turned"));
            return new Forced(to, until, mark(row));
        }

        FlagState state() {
            return new FlagState(marked(killed), forced, marked(allowed));
        }

        private static Marked marked(Map<String, Mark> marks) {
            Map<OrgId, Mark> orgs = new HashMap<>();
            marks.forEach(
                    (audience, mark) -> {
                        if (!audience.equals(FlagRows.EVERYBODY)) {
                            orgs.put(new OrgId(audience), mark);
                        }
                    });
            return new Marked(Optional.ofNullable(marks.get(FlagRows.EVERYBODY)), orgs);
        }
    }
}
