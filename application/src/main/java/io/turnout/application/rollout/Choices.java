package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Choice;
import io.turnout.domain.rollout.Flag;
import java.time.Instant;
import java.util.Map;

/// What orgs said of features: early, please, or not for us.
public interface Choices {
    /// The last word holds.
    void choose(Flag flag, OrgId org, Choice choice, Author author);

    /// An org says nothing of it any more.
    void forget(Flag flag, OrgId org);

    Map<OrgId, Choice> of(Flag flag);

    /// All that one org said.
    Map<Flag, Said> of(OrgId org);

    /// What was said last, by whom and when.
    record Said(Choice choice, String actor, Instant at) {}
}
