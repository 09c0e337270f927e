package io.turnout.application.rollout;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Author;
import io.turnout.domain.rollout.Difference;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Plan;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanState;
import io.turnout.domain.rollout.Rollout;
import io.turnout.domain.rollout.Stage;
import io.turnout.domain.rollout.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Plans of rollouts and the orgs of their waves.
public interface Rollouts {
    /// How many are listed at once at most.
    int PAGE_MAX = 50;

    /// How many entries of a history are read at once at most.
    int HISTORY_MAX = 200;

    /// A plan that was just looked at rests for so long.
    Duration REST = Duration.ofSeconds(5);

    /// Keeps a new plan with the records of it.
    void add(Plan plan, Author author);

    Optional<Rollout> find(PlanId plan);

    /// Newest first.
    List<Rollout> list(Query query);

    /// Lets `rule` decide about a plan as it stands and the time by the storage's clock. What it
    /// takes is kept together with what follows for flags, the plan's history and the audit trail,
    /// all of it or none; steps of one plan come one after another. Empty where there is no such
    /// plan.
    Optional<Step> change(PlanId plan, Deed deed, BiFunction<Rollout, Instant, Step> rule);

    /// The plan that may have something to do and was not looked at for longest; nobody else gets
    /// it for `REST`. An instance that dies then has done no harm: the next look goes on.
    Optional<PlanId> due();

    /// Which orgs a wave that is under way has switched, and by which plan.
    Map<OrgId, PlanId> watched();

    /// What was done to a plan, newest first.
    List<Entry> history(PlanId plan, int limit);

    /// Which plans, and how many.
    ///
    /// @param owner who drafted it
    /// @param before newer ones are left out, and this one
    record Query(
            Optional<Flag> flag,
            Optional<Stage> stage,
            Optional<PlanState> state,
            Optional<String> owner,
            Optional<PlanId> before,
            int limit) {
        /// Whichever they are.
        public static Query newest(int limit) {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    limit);
        }

        /// Those in a stage.
        public static Query in(Stage stage) {
            return new Query(
                    Optional.empty(),
                    Optional.of(stage),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    PAGE_MAX);
        }

        /// Those of a flag, in a stage where one is said.
        public static Query of(Flag flag, Optional<Stage> stage) {
            return new Query(
                    Optional.of(flag),
                    stage,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    PAGE_MAX);
        }

        public Query {
            if (limit < 1 || limit > PAGE_MAX) {
                throw new IllegalArgumentException("1 to " + PAGE_MAX + " plans");
            }
        }
    }

    /// What is done, and by whom.
    record Deed(String verb, Author author) {}

    /// One step, as a plan's history has it.
    record Entry(
            long version,
            Instant at,
            String actor,
            String verb,
            String reason,
            List<Difference> differences) {
        public Entry {
            differences = List.copyOf(differences);
        }
    }
}
