package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.hosting.VanityHostsContract;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.org.OrgId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVanityHostsTest extends VanityHostsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Test
    void another_instance_knows_it_after_its_next_look() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        HostName name = new HostName("one.of.two.example");
        VanityHosts other = new PostgresVanityHosts(POSTGRES.gate());
        var _ =
                POSTGRES.hosts()
                        .keep(new VanityHost(name, org, Optional.empty(), HostState.CLOSED));
        assertThat(other.find(name.value())).isEmpty();

        other.refresh();

        assertThat(other.find(name.value()))
                .hasValueSatisfying(host -> assertThat(host.state()).isEqualTo(HostState.CLOSED));
    }

    @Test
    void a_host_of_an_org_that_nobody_knows_is_not_kept() {
        VanityHost host =
                new VanityHost(
                        new HostName("stranger.example"),
                        Ids.org(),
                        Optional.empty(),
                        HostState.OPEN);

        assertThat(POSTGRES.hosts().keep(host)).isEqualTo(VanityHosts.Keeping.ELSEWHERE);
    }
}
