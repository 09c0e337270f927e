package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.CatalogPolls;
import io.turnout.application.publishing.CatalogPollsContract;
import io.turnout.domain.org.OrgId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCatalogPollsTest extends CatalogPollsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void an_org_that_another_instance_is_taking_is_passed_by() throws InterruptedException {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        POSTGRES.catalogPolls().watch(org);

        Held.meanwhile(POSTGRES.gate().jdbi(), "org_poll", org, () -> passesBy(org));

        assertThat(take()).map(CatalogPolls.Poll::org).contains(org);
    }

    private static void passesBy(OrgId org) {
        for (var poll = take(); poll.isPresent(); poll = take()) {
            assertThat(poll.get().org()).isNotEqualTo(org);
        }
    }

    private static Optional<CatalogPolls.Poll> take() {
        return POSTGRES.catalogPolls().take();
    }
}
