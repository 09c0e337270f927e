package io.turnout.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.domain.rollout.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StagingTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final ChangeRule RULE = ChangeRule.USUAL;
    private static final TrialReport OWN = new TrialReport(true, 200, 0, 20, "");
    private static final Fare TWO = new Fare(2, 0, 0, 40);

    private static Proposal proposed(Proposal.Kind kind) {
        return Proposal.checked(
                new ProposalId(new UUID(1, 1)),
                new Proposal.Terms(
                        List.of(
                                new Variables.Change(
                                        SettingKeys.POOL_SIZE,
                                        Optional.of("16"),
                                        Optional.of("20"))),
                        4,
                        "ada",
                        "more seats",
                        kind),
                NOON);
    }

    private static Proposal after(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Taken.class);
        return ((Ruling.Taken) ruling).after();
    }

    private static Proposal approved() {
        Proposal asked = proposed(Proposal.Kind.USUAL);
        return after(Judging.approve(asked, asked.version(), "ben", "seen", NOON));
    }

    private static Proposal trial() {
        return after(Staging.begin(approved(), OWN, TWO, NOON));
    }

    private static Proposal tried(TrialReport report) {
        return after(Staging.afterTrial(after(Staging.report(trial(), report)), true, RULE, NOON));
    }

    private static Proposal watching(Proposal canary) {
        Proposal all = after(Staging.afterCanary(canary, TWO, 0, RULE, NOON));
        return after(Staging.applied(all, 5, RULE, NOON));
    }

    @Test
    void what_is_guarded_begins_when_somebody_else_approved_what_they_saw() {
        Proposal asked = proposed(Proposal.Kind.USUAL);

        assertThat(Staging.begin(asked, OWN, TWO, NOON))
                .isEqualTo(new Ruling.Refused(Refusal.NOT_NOW));
        assertThat(Judging.approve(asked, 1, "ada", "mine", NOON))
                .isEqualTo(new Ruling.Refused(Refusal.OWN_WORK));
        assertThat(Judging.approve(asked, 2, "ben", "late", NOON))
                .isEqualTo(new Ruling.Refused(Refusal.VERSION_CONFLICT));
        assertThat(trial().stage()).isEqualTo(ChangeStage.TRIAL);
        assertThat(Judging.approve(trial(), trial().version(), "eve", "again", NOON))
                .isEqualTo(new Ruling.Refused(Refusal.NOT_NOW));
    }

    @Test
    void a_trial_that_is_silent_sick_failing_or_slow_ends_it() {
        assertThat(Staging.afterTrial(trial(), false, RULE, NOON.plus(RULE.trial()).minusMillis(1)))
                .isEqualTo(new Ruling.Nothing());
        assertThat(after(Staging.afterTrial(trial(), false, RULE, NOON.plus(RULE.trial()))).stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(tried(new TrialReport(false, 0, 0, 0, "no database")).stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(tried(new TrialReport(true, 200, 1, 20, "")).stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(tried(new TrialReport(true, 200, 0, 251, "")).stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(tried(new TrialReport(true, 200, 0, 250, "")).stage())
                .isEqualTo(ChangeStage.CANARY);
    }

    @Test
    void one_instance_that_is_missing_or_unwell_ends_it_before_all_are_told() {
        Proposal canary = tried(OWN);
        Instant over = NOON.plus(RULE.canary());

        assertThat(Staging.afterCanary(canary, TWO, 1, RULE, over.minusMillis(1)))
                .isEqualTo(new Ruling.Nothing());
        assertThat(after(Staging.afterCanary(canary, TWO, 1, RULE, over)).stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(
                        after(Staging.afterCanary(canary, new Fare(3, 0, 0.02, 40), 1, RULE, NOON))
                                .stage())
                .isEqualTo(ChangeStage.REJECTED);
        assertThat(after(Staging.afterCanary(canary, new Fare(3, 0, 0, 40), 1, RULE, over)).stage())
                .isEqualTo(ChangeStage.ALL);
    }

    @Test
    void what_nobody_confirms_is_taken_back_and_so_is_what_does_harm() {
        Proposal watching = watching(tried(OWN));

        assertThat(Staging.watched(watching, TWO, RULE, NOON.plusSeconds(599)))
                .isEqualTo(new Ruling.Nothing());
        assertThat(after(Staging.watched(watching, TWO, RULE, NOON.plusSeconds(600))).stage())
                .isEqualTo(ChangeStage.REVERTING);
        Fare one = new Fare(1, 0, 0, 40);
        assertThat(Staging.watched(watching, one, RULE, NOON.plus(RULE.grace()).minusMillis(1)))
                .isEqualTo(new Ruling.Nothing());
        assertThat(after(Staging.watched(watching, one, RULE, NOON.plus(RULE.grace()))).stage())
                .isEqualTo(ChangeStage.REVERTING);
        assertThat(after(Staging.watched(watching, new Fare(2, 0, 0.02, 40), RULE, NOON)).stage())
                .isEqualTo(ChangeStage.REVERTING);
        assertThat(after(Judging.confirm(watching, "ada", NOON)).stage())
                .isEqualTo(ChangeStage.CONFIRMED);
    }

    @Test
    void what_was_urgent_begins_at_once_and_is_confirmed_by_somebody_else_within_the_hour() {
        Proposal begun = after(Staging.begin(proposed(Proposal.Kind.URGENT), OWN, TWO, NOON));
        Proposal canary =
                after(Staging.afterTrial(after(Staging.report(begun, OWN)), false, RULE, NOON));
        Proposal watching = watching(canary);

        assertThat(Judging.confirm(watching, "ada", NOON))
                .isEqualTo(new Ruling.Refused(Refusal.OWN_WORK));
        assertThat(after(Judging.confirm(watching, "ben", NOON)).stage())
                .isEqualTo(ChangeStage.CONFIRMED);
        assertThat(watching.progress().confirmBy()).contains(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void to_restore_what_was_confirmed_asks_nobody_and_tries_nothing_first() {
        Proposal back = after(Staging.begin(proposed(Proposal.Kind.RESTORE), OWN, TWO, NOON));

        assertThat(back.stage()).isEqualTo(ChangeStage.ALL);
        Proposal told = after(Staging.applied(back, 6, RULE, NOON));
        assertThat(after(Staging.watched(told, TWO, RULE, NOON.plus(RULE.grace()))).stage())
                .isEqualTo(ChangeStage.CONFIRMED);
    }

    @Test
    void anybody_takes_it_back_wherever_it_is_until_it_was_confirmed() {
        Proposal watching = watching(tried(OWN));

        assertThat(after(Judging.takeBack(trial(), "ada", NOON)).stage())
                .isEqualTo(ChangeStage.WITHDRAWN);
        Proposal reverting = after(Judging.takeBack(watching, "ada", NOON));
        assertThat(reverting.stage()).isEqualTo(ChangeStage.REVERTING);
        assertThat(after(Staging.reverted(reverting, NOON)).stage())
                .isEqualTo(ChangeStage.REVERTED);
        Proposal good = after(Judging.confirm(watching, "ada", NOON));
        assertThat(Judging.takeBack(good, "ada", NOON))
                .isEqualTo(new Ruling.Refused(Refusal.NOT_NOW));
    }
}
