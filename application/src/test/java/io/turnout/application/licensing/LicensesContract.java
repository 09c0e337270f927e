package io.turnout.application.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.licensing.License;
import io.turnout.domain.licensing.LicenseStatus;
import io.turnout.domain.org.OrgId;
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
}
