package io.turnout.application.licensing;

import io.turnout.domain.licensing.Issued;
import io.turnout.domain.org.OrgId;
import java.util.List;

/// Where licences are issued: the vendor's own org.
public interface LicenseSource {
    /// All licences there are, in a call or a few, which may take a minute; no lock or
    /// transaction may be held meanwhile. It does not throw for anything Salesforce says or fails
    /// to say.
    Reading read(OrgId vendor);

    /// What came of asking.
    sealed interface Reading {
        /// Without those that say nothing that is understood.
        record Said(List<Issued> issued) implements Reading {
            public Said {
                issued = List.copyOf(issued);
            }
        }

        record Failed(String why) implements Reading {}
    }
}
