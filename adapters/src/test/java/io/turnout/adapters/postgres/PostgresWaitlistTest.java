package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.registration.WaitlistContract;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWaitlistTest extends WaitlistContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void who_wants_a_ticket_that_was_moved_to_another_event_holds_up_nobody() {
        Fair fair = Fair.of(POSTGRES, 1);
        Registration seated = fair.admit(fair.one(new Place(fair.vip(), List.of())));
        RegistrationId stuck = fair.inLine(fair.patient(1));
        RegistrationId next =
                fair.inLine(fair.patient(Ids.key(), List.of(new Place(fair.vip(), List.of()))));
        new Fair(POSTGRES, fair.org(), Ids.event(), fair.ticket(), Ids.item(), Ids.session())
                .publish(1, Fair.seats(5), Fair.UNCOUNTED, Fair.UNCOUNTED);

        assertThat(fair.cancel(seated.id())).isInstanceOf(CancelDecision.Cancelled.class);

        assertThat(fair.status(stuck)).isEqualTo(RegistrationStatus.WAITLISTED);
        assertThat(fair.status(next)).isEqualTo(RegistrationStatus.OFFERED);
    }
}
