package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.AttendeeLinks;
import io.turnout.application.attendeelink.AttendeeLinksContract;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAttendeeLinksTest extends AttendeeLinksContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void nothing_is_kept_for_an_org_that_is_not_at_home_here() {
        assertThat(POSTGRES.links().keep(Ids.org(), List.of()))
                .isEqualTo(AttendeeLinks.Keeping.ELSEWHERE);
    }
}
