package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.attendeelink.LinkUsesContract;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.domain.registration.RegistrationId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// On two instances by turns.
class PostgresLinkUsesTest extends LinkUsesContract {
    @RegisterExtension static final PostgresStorage POSTGRES = PostgresStorage.twice();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void the_database_itself_refuses_the_same_use_twice() {
        Fair fair = Fair.of(POSTGRES, 10);
        RegistrationId one = fair.admit(fair.group(1)).id();
        RegistrationId two = fair.admit(fair.group(1)).id();
        UUID link = UUID.randomUUID();
        use(fair, one, link);

        assertThatThrownBy(() -> use(fair, two, link))
                .hasMessageContaining("one_registration_a_use");
        var _ = fair.cancel(one);
        use(fair, two, link);
    }

    private static void use(Fair fair, RegistrationId registration, UUID link) {
        POSTGRES.gate()
                .write(
                        fair.org(),
                        handle -> {
                            int _ =
                                    handle.createUpdate(
                                                    """
                                                    update registration
                                                    set link_id = :link, link_use = 1
                                                    where org_id = :org and registration_id = :id
                                                    """)
                                            .bind("org", fair.org().value())
                                            .bind("id", registration.value())
                                            .bind("link", link)
                                            .execute();
                        });
    }
}
