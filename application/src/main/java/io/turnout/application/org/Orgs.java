package io.turnout.application.org;

import io.turnout.domain.org.OrgId;

/// The orgs this stack is home to.
public interface Orgs {
    /// Makes this stack the home of an org that no stack knows yet. Changes nothing for one that
    /// is known here, wherever its home is now; so every start may call it.
    void welcome(OrgId org);
}
