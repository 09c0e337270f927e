package io.turnout.application.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.hosting.VanityHosts.Keeping;
import io.turnout.application.hosting.VanityHosts.Removal;
import io.turnout.domain.hosting.HostName;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps hosts promises.
public abstract class VanityHostsContract {
    private static final Rate FIFTY = new Rate(100, Duration.ofSeconds(2));

    private VanityHosts hosts;
    private OrgId org;
    private HostName name;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        hosts = storage().hosts();
        org = home();
        name = new HostName("tickets." + org.value() + ".example");
    }

    private OrgId home() {
        OrgId fresh = Ids.org();
        storage().welcome(fresh);
        return fresh;
    }

    private VanityHost host() {
        return new VanityHost(name, org, Optional.empty(), HostState.OPEN);
    }

    @Test
    void a_host_is_found_as_it_was_kept_last() {
        assertThat(hosts.keep(host())).isEqualTo(Keeping.FIRST);
        assertThat(hosts.find(name.value())).contains(host());

        VanityHost closed = new VanityHost(name, org, Optional.of(FIFTY), HostState.CLOSED);

        assertThat(hosts.keep(closed)).isEqualTo(Keeping.REPLACED);
        assertThat(hosts.find(name.value())).contains(closed);
    }

    @Test
    void a_host_is_one_orgs_and_stays_so() {
        var _ = hosts.keep(host());

        Keeping taken = hosts.keep(new VanityHost(name, home(), Optional.empty(), HostState.OPEN));

        assertThat(taken).isEqualTo(Keeping.TAKEN);
        assertThat(hosts.find(name.value())).contains(host());
    }

    @Test
    void of_ten_orgs_at_once_one_gets_it() {
        List<OrgId> orgs = IntStream.range(0, 10).mapToObj(_ -> home()).toList();

        List<Keeping> keepings =
                Race.of(
                        10,
                        i ->
                                hosts.keep(
                                        new VanityHost(
                                                name,
                                                orgs.get(i),
                                                Optional.empty(),
                                                HostState.OPEN)));

        assertThat(keepings).containsOnlyOnce(Keeping.FIRST);
        assertThat(keepings).filteredOn(Keeping.TAKEN::equals).hasSize(9);
    }

    @Test
    void what_was_removed_is_nobodys() {
        var _ = hosts.keep(host());

        assertThat(hosts.remove(name)).isEqualTo(Removal.REMOVED);
        assertThat(hosts.remove(name)).isEqualTo(Removal.UNKNOWN);
        assertThat(hosts.find(name.value())).isEmpty();
    }

    @Test
    void hosts_are_listed_by_name_a_page_at_a_time() {
        for (String label : List.of("c", "a", "b")) {
            var _ =
                    hosts.keep(
                            new VanityHost(
                                    new HostName(label + "." + name),
                                    org,
                                    Optional.empty(),
                                    HostState.OPEN));
        }

        assertThat(hosts.list(Optional.of(new HostName("a." + name)), 1000))
                .filteredOn(host -> host.org().equals(org))
                .extracting(host -> host.name().value())
                .containsExactly("b." + name, "c." + name);
        assertThat(hosts.list(Optional.empty(), 2)).hasSize(2);
    }
}
