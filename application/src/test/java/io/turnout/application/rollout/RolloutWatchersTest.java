package io.turnout.application.rollout;

import static io.turnout.application.rollout.Terms.ANN;
import static io.turnout.application.rollout.Terms.BOB;
import static io.turnout.application.rollout.Terms.LONDON;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Guard;
import io.turnout.domain.rollout.Member;
import io.turnout.domain.rollout.Order;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.PlanTerms;
import io.turnout.domain.rollout.Tile;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who comes later, what is rehearsed and seen over time, and what orgs say themselves.
class RolloutWatchersTest extends RolloutScenario {
    @Test
    void an_org_that_is_new_is_taken_by_the_wave_of_everybody_that_has_begun() {
        PlanId plan = atEverybody(Guard.USUAL);
        OrgId late = Ids.org();
        memory.orgs().welcome(late);
        ports.profiles().keep(Terms.customer(late, LONDON));

        until("2027-01-15T13:00:00Z");
        assertThat(at(plan).orgs(1, Member.State.PENDING)).contains(late);
        until("2027-01-15T23:45:00Z");

        assertThat(isOn(late)).isTrue();
        assertThat(ports.rollouts().history(plan, 50))
                .extracting(Rollouts.Entry::verb)
                .contains("join wave");
    }

    @Test
    void an_org_that_comes_when_all_is_done_is_named_and_not_switched() {
        PlanId plan = atEverybody(Guard.USUAL);
        until("2027-01-15T13:00:00Z");
        until("2027-01-15T23:45:00Z");
        requests(london, 200, 0);
        until("2027-01-16T00:50:00Z");
        assertThat(at(plan).plan().state()).isEqualTo(PlanState.COMPLETED);
        OrgId late = Ids.org();
        memory.orgs().welcome(late);
        ports.profiles().keep(Terms.customer(late, LONDON));

        until("2027-01-17T02:00:00Z");

        assertThat(isOn(late)).isFalse();
        assertThat(useCases.show().show(plan).orElseThrow().late()).containsExactly(late);
    }

    @Test
    void a_plan_that_was_only_written_is_rehearsed_beside_what_is_kept_and_what_is_live() {
        PlanId plan = atEverybody(Guard.USUAL);
        PlanTerms kept = at(plan).plan().terms();
        PlanTerms other = Terms.terms(Terms.wave("only sydney", sydney));

        PreviewPlan.Preview fresh =
                useCases.preview().preview(Terms.id(), Optional.of(other)).orElseThrow();
        PreviewPlan.Preview changed =
                useCases.preview().preview(plan, Optional.of(kept)).orElseThrow();

        assertThat(fresh.places()).containsOnlyKeys(sydney);
        assertThat(fresh.before()).isEmpty();
        assertThat(fresh.differences()).isNotEmpty();
        assertThat(fresh.waves().getFirst())
                .filteredOn(PreviewPlan.Line::hasIt)
                .extracting(line -> line.profile().org())
                .containsExactly(tests);
        assertThat(changed.differences()).isEmpty();
        assertThat(changed.places()).isEqualTo(changed.before()).containsEntry(tests, 0);
        assertThat(useCases.preview().preview(Terms.id(), Optional.empty())).isEmpty();
        assertThat(ports.rollouts().find(fresh.plan().id())).isEmpty();
    }

    @Test
    void a_wave_is_plotted_beside_the_others_and_the_list_says_how_it_fares_and_who_is_next() {
        PlanId plan = atEverybody(Guard.USUAL);
        requests(tests, 200, 100);
        requests(london, 200, 0);

        PlotWave.Plot plot = useCases.plot().plot(plan, 0).orElseThrow();
        ListRollouts.Line line = useCases.list().list(Rollouts.Query.newest(1)).getFirst();

        assertThat(plot.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(plot.points()).hasSizeLessThanOrEqualTo(100);
        assertThat(plot.points().getLast().health().isBad()).isTrue();
        assertThat(plot.points().getLast().health().controlRequests()).isEqualTo(200);
        assertThat(useCases.plot().plot(plan, 2)).isEmpty();
        assertThat(line.worst()).contains(Tile.Verdict.BAD);
        assertThat(line.next().orElseThrow().org()).isEqualTo(sydney);
    }

    @Test
    void what_an_org_says_itself_is_offered_kept_with_its_name_and_recorded_once() {
        PlanTerms betas = Terms.terms(Terms.batch());
        Plan draft = useCases.draft().draft(Terms.id(), betas, ANN);
        assertThat(useCases.offers().show(london).orElseThrow()).isEmpty();
        var _ = useCases.change().change(draft.id(), new Order.Submit(1), ANN);
        var _ = useCases.change().change(draft.id(), new Order.Approve(2), BOB);
        Author itself = new Author("org:" + london, "please", "request-3");

        for (int i = 0; i < 2; i++) {
            assertThat(useCases.choose().choose(FLAG, london, Optional.of(Choice.IN), itself))
                    .isTrue();
        }

        ShowOffers.Offer offer = useCases.offers().show(london).orElseThrow().getFirst();
        assertThat(offer.flag()).isEqualTo(FLAG);
        assertThat(offer.open()).isTrue();
        assertThat(offer.said().orElseThrow().actor()).isEqualTo("org:" + london);
        assertThat(ports.trail().read(AuditTrail.Query.after(0, 1_000)))
                .filteredOn(record -> record.entry().action().equals("choose checkout-v2: in"))
                .hasSize(1);
        assertThat(useCases.offers().show(Ids.org())).isEmpty();
    }
}
