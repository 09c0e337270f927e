package io.turnout.application.connection;

import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How each org is reached. What is secret in it is sealed before it is stored, and opened only by
/// who asks for that org. A connection of the settings stands before any other and is not changed
/// from here.
public interface OrgConnections {
    /// Keeps the connection in place of any earlier one; calls from the next few seconds on use
    /// it, on every instance.
    Keeping keep(OrgConnection connection);

    /// The connection of an org with its secrets, when it is connected.
    Optional<Kept> find(OrgId org);

    /// The orgs that are connected, by their ids, those after `after` only, at most `limit`. No
    /// secret is opened.
    List<Listed> list(Optional<OrgId> after, int limit);

    /// Forgets the connection and its secrets. What is owed to the org stays owed.
    Removal remove(OrgId org);

    /// Where a connection is from.
    enum Source {
        SETTINGS,
        STORED
    }

    enum Keeping {
        FIRST,
        REPLACED,
        /// Not kept: the settings have one.
        OF_THE_SETTINGS,
        /// Not kept: the org is not at home here, or is moving.
        ELSEWHERE
    }

    enum Removal {
        REMOVED,
        UNKNOWN,
        OF_THE_SETTINGS,
        ELSEWHERE
    }

    /// What may be known without opening anything. `version` changes whenever the connection does.
    record Listed(
            OrgId org, Source source, String mapping, Optional<Instant> changedAt, String version) {
        /// The version of the connection and of what its mapping needs.
        public String with(String needs) {
            return version + "/" + needs;
        }
    }

    /// A connection that was found.
    sealed interface Kept {
        Listed head();

        record Open(Listed head, OrgConnection connection) implements Kept {}

        /// Its secrets do not open: they were changed, or its keys are not at hand.
        record Locked(Listed head, String why) implements Kept {}
    }
}
