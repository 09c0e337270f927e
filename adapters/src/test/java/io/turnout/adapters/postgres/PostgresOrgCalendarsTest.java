package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.application.rollout.OrgCalendarsContract;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.Span;
import io.turnout.domain.rollout.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOrgCalendarsTest extends OrgCalendarsContract {
    @RegisterExtension static final PostgresStorage POSTGRES = new PostgresStorage();

    /// Its hours begin 45 minutes before those of UTC.
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private static final String REGISTER =
            """
            insert into registration (org_id, registration_id, event_id, status, created_at)
            select :org, uuidv7(cast(:at as timestamptz) - clock_timestamp()), 'a01', 'confirmed',
                :at
            from generate_series(1, :count)
            """;

    @Override
    protected Storage storage() {
        return POSTGRES;
    }

    @Override
    protected RolloutPorts ports() {
        return RolloutStorage.over(POSTGRES.gate());
    }

    private static void register(OrgId org, Instant at, int count) {
        POSTGRES.gate()
                .write(
                        org,
                        handle ->
                                handle.createUpdate(REGISTER)
                                        .bind("org", org.value())
                                        .bind("at", Moments.utc(at))
                                        .bind("count", count)
                                        .execute());
    }

    private void live(OrgId org, ZoneId zone) {
        ports().profiles()
                .keep(
                        new OrgProfile(
                                org,
                                OrgProfile.Kind.CUSTOMER,
                                Optional.of(zone),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of()));
    }

    private void countAll() {
        while (ports().calendars().count()) {
            // One org after another.
        }
    }

    private Traffic traffic(OrgId org, ZoneId zone) {
        return Optional.ofNullable(ports().calendars().read(Map.of(org, zone), EVER).get(org))
                .orElseThrow()
                .traffic();
    }

    @Test
    void who_registered_in_eight_weeks_is_counted_in_the_hour_of_the_orgs_own_day() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        live(org, KATHMANDU);
        Instant monday = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(3));
        register(org, monday.plus(Duration.ofMinutes(14)), 5);
        register(org, monday.plus(Duration.ofMinutes(16)), 7);
        register(org, monday.minus(Duration.ofDays(54)), 100);

        countAll();

        Traffic traffic = traffic(org, KATHMANDU);
        assertThat(traffic.hours().get(5)).isEqualTo(5);
        assertThat(traffic.hours().get(6)).isEqualTo(7);
        assertThat(traffic.total()).isEqualTo(12);
    }

    @Test
    void an_org_is_counted_once_a_day_and_anew_when_its_zone_changes() {
        OrgId org = Ids.org();
        POSTGRES.welcome(org);
        live(org, KATHMANDU);
        countAll();
        register(org, Instant.now().minus(Duration.ofHours(1)), 1);
        countAll();
        assertThat(traffic(org, KATHMANDU).total()).isZero();

        ZoneId utc = ZoneId.of("UTC");
        live(org, utc);
        assertThat(traffic(org, utc)).isEqualTo(Traffic.NONE);
        countAll();

        assertThat(traffic(org, utc).total()).isEqualTo(1);
    }

    @Test
    void an_event_goes_on_sale_when_it_is_published_and_again_after_it_was_withdrawn() {
        Fair fair = Fair.of(POSTGRES, 6);
        Instant now = Instant.now();
        Span today = new Span(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
        assertThat(read(fair.org(), today).salesStart()).hasSize(1);

        String old = "update event set on_sale_at = '2001-01-01' where org_id = ?";
        POSTGRES.gate().write(fair.org(), handle -> handle.execute(old, fair.org().value()));
        assertThat(read(fair.org(), today).salesStart()).isEmpty();
        POSTGRES.pages().withdraw(fair.org(), fair.event());
        String again = "update event set status = 'published' where org_id = ?";
        POSTGRES.gate().write(fair.org(), handle -> handle.execute(again, fair.org().value()));

        assertThat(read(fair.org(), today).salesStart()).hasSize(1);
    }
}
