package io.turnout.application.erasure;

import io.turnout.domain.erasure.Erased;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.erasure.LedgerEntry;
import io.turnout.domain.erasure.LedgerEntry.Wish;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.RegistrationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who wants to be forgotten, and the forgetting (A24). Nothing here can be read for a person:
/// they are known by a keyed hash. What was kept up to the moment of asking is erased, what is kept
/// later stays. Any instance goes on where another stopped, and whatever is done twice does nothing
/// the second time.
public interface Erasures {
    /// How many may wait for one org at once.
    int WAITING_MAX = 10_000;

    /// How many are worked on together at most: one commit a step for all of them.
    int TURNS_MAX = 25;

    /// How long a turn is its taker's alone.
    Duration LEASE = Duration.ofSeconds(15);

    /// How long after the first sweep the second one comes: longer than any transaction lives that
    /// began before somebody asked, and than any cache holds what was found before the first.
    Duration SETTLING = Duration.ofSeconds(15);

    /// Keeps what is asked. The same id again changes nothing.
    Asking ask(OrgId org, ErasureId id, byte[] digest);

    /// Asks again for what a ledger says was done and the tables here do not know of, such as those
    /// of a backup. False when they know, or the org is not at home here.
    boolean askAgain(LedgerEntry done);

    /// Takes what is due of one org, at most `TURNS_MAX`, for `LEASE`; empty when nothing is due.
    List<Turn> take();

    /// Takes this one, due or not, and from whoever has it; empty when it is done.
    Optional<Turn> take(OrgId org, ErasureId id);

    /// Registrations in which nobody is who stays, that hold seats of an event that is not over, or
    /// stand in line for some. The turns are of one org, here and below.
    List<Alone> alone(List<Turn> turns, int limit);

    /// How many of their writes wait to be sent.
    int unsent(Turn turn);

    /// Erases all there is, in one transaction, and has the second sweep follow after `SETTLING`.
    /// Nothing of a turn that somebody else has by now, and nothing at all when there are some of
    /// `alone` again: then the turns can be taken at once.
    void sweep(List<Turn> turns);

    /// Erases what there is still, and writes it down in the ledger, in one transaction: as in
    /// `known`, where that has it and fits the ledger's end, else as a new entry. Nothing is done,
    /// and written, where `sweep` does nothing.
    List<LedgerEntry> finish(List<Turn> turns, Map<ErasureId, LedgerEntry> known);

    /// Gives the turns back, for somebody to take them later.
    void postpone(List<Turn> turns, Duration pause);

    Optional<Progress> find(OrgId org, ErasureId id);

    /// The same in every org in which it was asked, at most `limit`.
    List<Progress> find(ErasureId id, int limit);

    /// What was asked for last, of all orgs, the latest first: those before `before`.
    List<Progress> latest(Optional<Mark> before, int limit);

    /// Orgs at home here in which somebody could be known, after `after` in the order of their ids.
    List<OrgId> orgs(Optional<OrgId> after, int limit);

    /// What became of asking.
    enum Asking {
        KEPT,
        /// Too many wait already.
        FULL,
        /// The org is not at home here.
        ELSEWHERE
    }

    /// An erasure that is worked on.
    ///
    /// @param age since it was asked for
    record Turn(OrgId org, Wish wish, long attempt, ErasureState state, Duration age) {}

    /// A registration of which nobody is left once this wish, and maybe others, are fulfilled.
    record Alone(RegistrationId registration, ErasureId wish) {}

    /// Where an erasure stands among all, in the order in which they were asked for.
    record Mark(Instant asked, OrgId org, ErasureId id) {
        public static final Comparator<Mark> ORDER =
                Comparator.comparing(Mark::asked)
                        .thenComparing(mark -> mark.org().value())
                        .thenComparing(mark -> mark.id().toString());
    }

    /// How far it is.
    ///
    /// @param entry once it is done
    record Progress(
            OrgId org,
            ErasureId id,
            Instant asked,
            ErasureState state,
            Erased erased,
            Told told,
            Optional<LedgerEntry> entry) {
        public Mark mark() {
            return new Mark(asked, org, id);
        }
    }

    /// How many of the owed writes Salesforce has.
    record Told(int waiting, int sent, int setAside) {}
}
