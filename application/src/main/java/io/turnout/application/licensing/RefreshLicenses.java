package io.turnout.application.licensing;

import io.turnout.application.audit.AuditTrail;
import io.turnout.domain.audit.AuditEntry;
import io.turnout.domain.audit.Change;
import io.turnout.domain.audit.Hand;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.License;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The licences are taken over from the org that issues them.
public final class RefreshLicenses {
    private static final int PAGE = 500;

    private final LicensePolls polls;
    private final LicenseSource source;
    private final Licenses licenses;
    private final AuditTrail trail;

    public RefreshLicenses(
            LicensePolls polls, LicenseSource source, Licenses licenses, AuditTrail trail) {
        this.trail = trail;
        this.polls = polls;
        this.source = source;
        this.licenses = licenses;
    }

    /// Asks when it was not asked for so long, or nudged. Whether it did.
    public boolean refresh(Duration every) {
        Optional<LicensePolls.Poll> taken = polls.take(every);
        taken.ifPresent(poll -> polls.settle(poll, read(poll)));
        return taken.isPresent();
    }

    /// Why nothing was learned, if so.
    private Optional<String> read(LicensePolls.Poll poll) {
        return switch (source.read(poll.vendor())) {
            case LicenseSource.Reading.Said(var issued) -> {
                Map<OrgId, License> before = all();
                licenses.confirm(Issued.counting(issued));
                note(before, all());
                yield Optional.empty();
            }
            case LicenseSource.Reading.Failed(var why) -> Optional.of(why);
        };
    }

    private Map<OrgId, License> all() {
        Map<OrgId, License> all = new LinkedHashMap<>();
        List<Licenses.Aged> page = licenses.page(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(one -> all.put(one.license().org(), one.license()));
            page = licenses.page(Optional.of(page.getLast().license().org()), PAGE);
        }
        return all;
    }

    /// What became another, org by org.
    private void note(Map<OrgId, License> before, Map<OrgId, License> after) {
        List<AuditEntry> entries = new ArrayList<>();
        after.forEach(
                (org, now) -> {
                    Optional<License> was = Optional.ofNullable(before.get(org));
                    Change change =
                            new Change("licence refreshed", Optional.of(org), "")
                                    .value(
                                            "number",
                                            was.map(License::number),
                                            Optional.of(now.number()))
                                    .value(
                                            "status",
                                            was.map(License::status),
                                            Optional.of(now.status()));
                    if (!change.told().isEmpty()) {
                        entries.add(change.by(Hand.HOUSE));
                    }
                });
        if (!entries.isEmpty()) {
            var _ = trail.append(entries);
        }
    }
}
