package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.LONDON;
import static io.turnout.application.rollout.Terms.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Storage;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Freeze;
import io.turnout.domain.rollout.FreezeId;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.PlannedFreeze;
import io.turnout.domain.rollout.Selection;
import io.turnout.domain.rollout.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody promises who keeps what plans go by: profiles, choices and freezes.
public abstract class OrgAttributesContract {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Span YEAR_END =
            new Span(Instant.parse("2099-12-20T00:00:00Z"), Instant.parse("2100-01-06T00:00:00Z"));

    private final OrgId org = Ids.org();

    protected abstract Storage storage();

    protected abstract RolloutPorts ports();

    @BeforeEach
    void welcome() {
        storage().welcome(org);
    }

    @Test
    void of_an_org_nothing_is_known_until_somebody_says_something() {
        assertThat(ports().profiles().find(org)).contains(OrgProfile.unknown(org));
        assertThat(ports().profiles().all()).contains(OrgProfile.unknown(org));
        assertThat(ports().profiles().find(Ids.org())).isEmpty();
    }

    @Test
    void what_was_said_last_of_an_org_holds() {
        ports().profiles().keep(Terms.ownTest(org));
        ports().profiles().keep(Terms.customer(org, LONDON));

        assertThat(ports().profiles().find(org)).contains(Terms.customer(org, LONDON));
        assertThat(ports().profiles().all()).contains(Terms.customer(org, LONDON));
    }

    @Test
    void an_operator_knows_the_zone_better_than_the_orgs_salesforce() {
        ports().profiles().learn(org, TOKYO);
        assertThat(zone()).isEqualTo(TOKYO);

        ports().profiles().keep(Terms.customer(org, LONDON));
        ports().profiles().learn(org, TOKYO);
        assertThat(zone()).isEqualTo(LONDON);

        ports().profiles().keep(Terms.ownTest(org));
        assertThat(zone()).isEqualTo(TOKYO);
    }

    @Test
    void each_org_is_asked_for_its_zone_once_a_day() {
        List<OrgId> asked =
                Stream.generate(() -> ports().profiles().unasked())
                        .takeWhile(Optional::isPresent)
                        .flatMap(Optional::stream)
                        .toList();

        assertThat(asked).containsOnlyOnce(org).doesNotHaveDuplicates();
        assertThat(ports().profiles().find(org)).contains(OrgProfile.unknown(org));
    }

    private ZoneId zone() {
        return ports().profiles().find(org).flatMap(OrgProfile::zone).orElseThrow();
    }

    @Test
    void an_orgs_last_word_on_a_feature_holds_until_it_takes_it_back() {
        Choices choices = ports().choices();
        choices.choose(Flag.CHECKOUT_V2, org, Choice.OUT, ANN);
        choices.choose(Flag.CHECKOUT_V2, org, Choice.IN, ANN);

        assertThat(choices.of(Flag.CHECKOUT_V2)).containsEntry(org, Choice.IN);
        assertThat(choices.of(Flag.BULK_LANE)).doesNotContainKey(org);
        Choices.Said said = Objects.requireNonNull(choices.of(org).get(Flag.CHECKOUT_V2));
        assertThat(said.choice()).isEqualTo(Choice.IN);
        assertThat(said.actor()).isEqualTo(ANN.actor());
        assertThat(choices.of(Ids.org())).isEmpty();
        choices.forget(Flag.CHECKOUT_V2, org);
        choices.forget(Flag.CHECKOUT_V2, org);
        assertThat(choices.of(Flag.CHECKOUT_V2)).doesNotContainKey(org);
        assertThat(choices.of(org)).isEmpty();
    }

    @Test
    void freezes_are_kept_until_they_are_lifted_or_over() {
        PlannedFreeze all = freeze(YEAR_END, Selection.ByRule.EVERYBODY);
        PlannedFreeze some = freeze(YEAR_END, batch().selection());
        PlannedFreeze one = freeze(YEAR_END, new Selection.Listed(Set.of(org)));
        Span past =
                new Span(
                        Instant.parse("2001-01-01T00:00:00Z"),
                        Instant.parse("2001-01-02T00:00:00Z"));
        PlannedFreeze over = freeze(past, Selection.ByRule.EVERYBODY);

        for (PlannedFreeze freeze : new PlannedFreeze[] {all, some, one, over}) {
            assertThat(ports().freezes().add(freeze, ANN)).isTrue();
        }

        assertThat(ports().freezes().all()).contains(all, some, one).doesNotContain(over);
        assertThat(ports().freezes().remove(some.id())).isTrue();
        assertThat(ports().freezes().remove(some.id())).isFalse();
        assertThat(ports().freezes().all()).contains(all, one).doesNotContain(some);
    }

    private static PlannedFreeze freeze(Span span, Selection whom) {
        return new PlannedFreeze(
                new FreezeId(UUID.randomUUID()), new Freeze(span, "year end"), whom);
    }
}
