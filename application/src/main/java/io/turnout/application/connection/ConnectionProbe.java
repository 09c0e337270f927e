package io.turnout.application.connection;

import io.turnout.domain.connection.ConnectionReport;
import io.turnout.domain.connection.Flaw;
import io.turnout.domain.connection.OrgConnection;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// Tries a connection, step by step, and says what an administrator has to do.
public interface ConnectionProbe {
    /// Signs in and reads, and writes nothing. Costs a handful of the org's calls and may take
    /// minutes. Does not throw for anything the org says or fails to say.
    ConnectionReport probe(OrgId org);

    /// What can be said of a connection without calling anybody.
    Inspection inspect(OrgConnection connection);

    /// What is wrong with a connection, and by what its key is known: the SHA-256 of the public
    /// key, which the certificate that the org has shows too. No fingerprint of a key that cannot
    /// be read.
    record Inspection(List<Flaw> flaws, Optional<String> keyFingerprint) {
        public Inspection {
            flaws = List.copyOf(flaws);
        }
    }
}
