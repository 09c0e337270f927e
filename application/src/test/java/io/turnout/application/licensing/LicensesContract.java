package io.turnout.application.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.licensing.Issued;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of licences promises. That decisions heed them is the book's contract.
public abstract class LicensesContract {
    protected abstract Storage storage();

    @Test
    void an_org_has_no_licence_before_one_is_kept() {
        Storage storage = storage();
        OrgId org = Ids.org();
        storage.welcome(org);

        assertThat(storage.licenses().find(org)).isEmpty();
    }

    @Test
    void the_last_licence_kept_is_the_one_that_counts() {
        Storage storage = storage();
        OrgId org = Ids.org();
        OrgId other = Ids.org();
        storage.welcome(org);
        storage.welcome(other);
        License first = new License("L-1", LicenseStatus.ACTIVE, org);
        License second = new License("L-2", LicenseStatus.SUSPENDED, org);
        License others = new License("L-1", LicenseStatus.EXPIRED, other);

        storage.licenses().keep(first);
        assertThat(storage.licenses().find(org)).contains(first);
        storage.licenses().keep(second);
        storage.licenses().keep(others);

        assertThat(storage.licenses().find(org)).contains(second);
        assertThat(storage.licenses().find(other)).contains(others);
    }

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static Issued issued(OrgId org, LicenseStatus status, int second) {
        return new Issued("L-1", status, org, LONG_AGO.plusSeconds(second));
    }

    private static Optional<LicenseStatus> status(Storage storage, OrgId org) {
        return storage.licenses().find(org).map(License::status);
    }

    @Test
    void what_the_source_says_counts_and_its_age_is_told() {
        Storage storage = storage();
        OrgId org = Ids.org();
        storage.welcome(org);

        storage.licenses().confirm(List.of(issued(org, LicenseStatus.ACTIVE, 1)));
        storage.elapse(Duration.ofMinutes(9));

        assertThat(status(storage, org)).contains(LicenseStatus.ACTIVE);
        assertThat(aged(storage, org).age().orElseThrow())
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(aged(storage, org).changedAt()).contains(LONG_AGO.plusSeconds(1));
    }

    @Test
    void a_confirmation_makes_it_young_again_and_silence_does_not() {
        Storage storage = storage();
        OrgId org = Ids.org();
        storage.welcome(org);
        storage.licenses().confirm(List.of(issued(org, LicenseStatus.ACTIVE, 1)));
        storage.elapse(Duration.ofHours(1));

        storage.licenses().confirm(List.of());
        assertThat(aged(storage, org).age().orElseThrow()).isGreaterThan(Duration.ofMinutes(59));
        storage.licenses().confirm(List.of(issued(org, LicenseStatus.ACTIVE, 1)));

        assertThat(aged(storage, org).age().orElseThrow()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void what_was_said_before_the_last_word_changes_nothing() {
        Storage storage = storage();
        OrgId org = Ids.org();
        storage.welcome(org);
        storage.licenses().confirm(List.of(issued(org, LicenseStatus.EXPIRED, 5)));

        storage.licenses().confirm(List.of(issued(org, LicenseStatus.ACTIVE, 4)));
        assertThat(status(storage, org)).contains(LicenseStatus.EXPIRED);
        storage.licenses().confirm(List.of(issued(org, LicenseStatus.ACTIVE, 6)));

        assertThat(status(storage, org)).contains(LicenseStatus.ACTIVE);
    }

    @Test
    void what_was_granted_by_hand_has_no_age_until_the_source_speaks() {
        Storage storage = storage();
        OrgId org = Ids.org();
        storage.welcome(org);
        storage.licenses().keep(new License("L-1", LicenseStatus.ACTIVE, org));
        assertThat(aged(storage, org).age()).isEmpty();

        storage.licenses().confirm(List.of(issued(org, LicenseStatus.SUSPENDED, 1)));

        assertThat(aged(storage, org).age()).isPresent();
        assertThat(status(storage, org)).contains(LicenseStatus.SUSPENDED);
    }

    private static Licenses.Aged aged(Storage storage, OrgId org) {
        return storage.licenses().page(Optional.empty(), 10_000).stream()
                .filter(one -> one.license().org().equals(org))
                .findFirst()
                .orElseThrow();
    }
}
