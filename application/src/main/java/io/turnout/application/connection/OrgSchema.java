package io.turnout.application.connection;

import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.org.OrgId;

/// The objects and fields that an org has.
public interface OrgSchema {
    /// Compares them with what the org's mapping needs. Calls the org a few times, once for each
    /// object, within its budget; may take minutes. Does not throw for anything the org says or
    /// fails to say.
    SchemaReport describe(OrgId org);

    /// A mark that changes whenever a mapping needs something else.
    String needs(String mapping);
}
