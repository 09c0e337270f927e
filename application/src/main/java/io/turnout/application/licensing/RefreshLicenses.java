package io.turnout.application.licensing;

import io.turnout.domain.licensing.Issued;
import java.time.Duration;
import java.util.Optional;

/// The licences are taken over from the org that issues them.
public final class RefreshLicenses {
    private final LicensePolls polls;
    private final LicenseSource source;
    private final Licenses licenses;

    public RefreshLicenses(LicensePolls polls, LicenseSource source, Licenses licenses) {
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
                licenses.confirm(Issued.counting(issued));
                yield Optional.empty();
            }
            case LicenseSource.Reading.Failed(var why) -> Optional.of(why);
        };
    }
}
