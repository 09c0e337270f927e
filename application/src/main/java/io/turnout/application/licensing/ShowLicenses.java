package io.turnout.application.licensing;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// Who may hold live events, and how fresh that is.
public final class ShowLicenses {
    private final Licenses licenses;
    private final LicensePolls polls;

    public ShowLicenses(Licenses licenses, LicensePolls polls) {
        this.licenses = licenses;
        this.polls = polls;
    }

    public View show(Optional<OrgId> after, int limit) {
        return new View(licenses.page(after, limit), polls.look());
    }

    /// The answer, a page of licences at a time.
    public record View(List<Licenses.Aged> licenses, List<LicensePolls.View> sources) {}
}
