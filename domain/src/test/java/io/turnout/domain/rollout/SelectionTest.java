package io.turnout.domain.rollout;

import static io.turnout.domain.rollout.Plans.ACME;
import static io.turnout.domain.rollout.Plans.EARLY;
import static io.turnout.domain.rollout.Plans.GLOBEX;
import static io.turnout.domain.rollout.Plans.ID;
import static io.turnout.domain.rollout.Plans.NOON;
import static io.turnout.domain.rollout.Plans.TESTS;
import static io.turnout.domain.rollout.Plans.candidate;
import static io.turnout.domain.rollout.Plans.facts;
import static io.turnout.domain.rollout.Plans.wave;
import static io.turnout.domain.rollout.Plans.whom;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.org.OrgId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Label EMEA = new Label("emea");
    private static final Label GOLD = new Label("gold");
    private static final Label BRAVE = new Label("brave");

    private static Candidate acme(Choice... choice) {
        return new Candidate(
                new OrgProfile(
                        ACME,
                        OrgProfile.Kind.CUSTOMER,
                        Optional.of(TOKYO),
                        Optional.of(EMEA),
                        Optional.of(GOLD),
                        Set.of(BRAVE)),
                choice.length == 0 ? Optional.empty() : Optional.of(choice[0]));
    }

    private static Fit fit(
            Set<Label> regions, Set<ZoneId> zones, Set<Label> tiers, Set<Label> tags) {
        return new Selection.ByRule(Selection.Whom.ANYBODY, regions, zones, tiers, tags)
                .judge(acme());
    }

    @Test
    void a_rule_takes_whoever_has_all_it_asks_for() {
        assertThat(fit(Set.of(EMEA), Set.of(TOKYO), Set.of(GOLD), Set.of(BRAVE, EMEA)))
                .isEqualTo(Fit.MATCHES);
        assertThat(fit(Set.of(GOLD), Set.of(), Set.of(), Set.of())).isEqualTo(Fit.OTHER_REGION);
        assertThat(fit(Set.of(), Set.of(ZoneId.of("UTC")), Set.of(), Set.of()))
                .isEqualTo(Fit.OTHER_ZONE);
        assertThat(fit(Set.of(), Set.of(), Set.of(EMEA), Set.of())).isEqualTo(Fit.OTHER_TIER);
        assertThat(fit(Set.of(), Set.of(), Set.of(), Set.of(EMEA))).isEqualTo(Fit.WITHOUT_TAG);
    }

    @Test
    void an_org_of_which_nothing_is_known_matches_no_region() {
        Candidate unknown = new Candidate(OrgProfile.unknown(GLOBEX), Optional.empty());

        assertThat(
                        new Selection.ByRule(
                                        Selection.Whom.ANYBODY,
                                        Set.of(EMEA),
                                        Set.of(),
                                        Set.of(),
                                        Set.of())
                                .judge(unknown))
                .isEqualTo(Fit.OTHER_REGION);
        assertThat(Selection.ByRule.EVERYBODY.judge(unknown)).isEqualTo(Fit.MATCHES);
    }

    @Test
    void betas_are_those_who_asked_for_it() {
        Selection betas = whom(Selection.Whom.OPTED_IN);

        assertThat(betas.judge(acme())).isEqualTo(Fit.NOT_OPTED_IN);
        assertThat(betas.judge(acme(Choice.IN))).isEqualTo(Fit.MATCHES);
    }

    @Test
    void whoever_opted_out_is_in_no_wave_not_even_by_name() {
        assertThat(new Selection.Listed(Set.of(ACME)).judge(acme(Choice.OUT)))
                .isEqualTo(Fit.OPTED_OUT);
        assertThat(new Selection.Listed(Set.of(ACME)).judge(acme())).isEqualTo(Fit.LISTED);
        assertThat(new Selection.Listed(Set.of(ACME)).judge(candidate(GLOBEX)))
                .isEqualTo(Fit.NOT_LISTED);
    }

    @Test
    void a_small_batch_takes_so_many_and_the_same_each_time() {
        WaveTerms everybody = wave("two of them", Selection.ByRule.EVERYBODY);
        WaveTerms two =
                new WaveTerms(
                        "two of them",
                        everybody.selection(),
                        OptionalInt.of(2),
                        everybody.window(),
                        everybody.entry(),
                        everybody.exit());

        Map<OrgId, Fit> fits = facts(NOON).judge(ID, two, Set.of(TESTS));

        assertThat(fits).hasSize(4).containsEntry(TESTS, Fit.IN_EARLIER_WAVE);
        assertThat(fits.values()).filteredOn(Fit.MATCHES::equals).hasSize(2);
        assertThat(fits.values()).filteredOn(Fit.BEYOND_LIMIT::equals).hasSize(1);
        assertThat(facts(NOON).judge(ID, two, Set.of(TESTS))).isEqualTo(fits);
        assertThat(facts(NOON).judge(ID, everybody, Set.of()))
                .containsKeys(TESTS, EARLY, ACME, GLOBEX);
    }
}
