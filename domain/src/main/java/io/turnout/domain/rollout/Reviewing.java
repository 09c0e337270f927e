package io.turnout.domain.rollout;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// How the terms of a plan are changed and approved: by two people, and anew after each change.
public final class Reviewing {
    private Reviewing() {}

    /// Other terms. What was approved is approved no more. Of a plan that is paused, waves that
    /// have begun stay as they are.
    public static Step edit(Rollout rollout, long version, PlanTerms terms, String actor) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        if (!plan.stage().isEditable()) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        if (!keepsWhatHasBegun(plan, terms)) {
            return new Step.Refused(Refusal.ALREADY_BEGUN);
        }
        return rollout.with(plan.revised(terms).with(plan.review().editedBy(actor))).taken();
    }

    private static boolean keepsWhatHasBegun(Plan plan, PlanTerms terms) {
        if (!plan.flag().equals(terms.flag())) {
            return false;
        }
        for (int i = 0; i < plan.waves().size(); i++) {
            Wave wave = plan.waves().get(i);
            boolean same = i < terms.waves().size() && wave.terms().equals(terms.waves().get(i));
            if (!wave.state().isAhead() && !same) {
                return false;
            }
        }
        return true;
    }

    /// Asks somebody else to approve.
    public static Step submit(Rollout rollout, long version, String actor, Instant now) {
        Plan plan = rollout.plan();
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        boolean asked = plan.review() instanceof Review.Asked;
        if (!plan.stage().isEditable() || asked || plan.review().isApproved()) {
            return new Step.Refused(Refusal.NOT_NOW);
        }
        Set<String> authors = new HashSet<>(plan.review().authors());
        authors.add(actor);
        return rollout.with(plan.with(new Review.Asked(authors, actor, now))).taken();
    }

    /// What was seen in that version is good. A plan that was rolled back begins anew.
    public static Step approve(
            Rollout rollout, long version, String actor, String comment, Instant now) {
        Step refused = judged(rollout.plan(), version, actor);
        if (refused instanceof Step.Refused) {
            return refused;
        }
        Plan plan = rollout.plan();
        Review approved = new Review.Approved(plan.review().authors(), actor, now, comment);
        if (plan.stage() != Stage.ROLLED_BACK) {
            return rollout.with(plan.with(approved)).taken();
        }
        Plan anew =
                plan.with(plan.terms().waves().stream().map(Wave::planned).toList())
                        .with(Stage.NOT_STARTED)
                        .with(approved);
        return Rollout.of(anew).taken();
    }

    /// What was seen in that version is not good.
    public static Step decline(
            Rollout rollout, long version, String actor, String comment, Instant now) {
        Step refused = judged(rollout.plan(), version, actor);
        if (refused instanceof Step.Refused) {
            return refused;
        }
        Plan plan = rollout.plan();
        Review declined = new Review.Declined(plan.review().authors(), actor, now, comment);
        return rollout.with(plan.with(declined)).taken();
    }

    private static Step judged(Plan plan, long version, String actor) {
        if (plan.version() != version) {
            return new Step.Refused(Refusal.VERSION_CONFLICT);
        }
        return plan.review()
                .refusalOf(actor)
                .<Step>map(Step.Refused::new)
                .orElseGet(Step.Nothing::new);
    }
}
