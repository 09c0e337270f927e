package io.turnout.application.setting;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.util.List;

/// The variables a stack's processes are started with, where its cloud keeps them. Every call
/// answers within seconds, if only that nobody knows.
public interface ConfigVariables {
    /// All of them, and their version.
    Answer<Variables> current();

    /// What `edits` would change; nothing is written.
    default Answer<List<Variables.Change>> propose(Edits edits) {
        return current().map(now -> now.changes(edits));
    }

    /// Writes all of `edits`, if the version is still `expected`: `Conflict` tells that it was not
    /// and nothing was written. Some clouds cannot compare and write in one step; there `Overtaken`
    /// tells that somebody else wrote in between. After `Unreachable`, read the version: a higher
    /// one with our reason in its history is ours.
    Answer<Applied> apply(Edits edits, long expected, Why why);

    /// The newest releases, newest first, `most` at most.
    Answer<List<Release>> history(int most);

    /// The variables as they stood then, if that is still known.
    Answer<Variables> at(long version);

    /// Makes the values of an earlier version those of a new one, and touches nothing else: no
    /// program is rolled back by this. `Refused` when they are the same.
    default Answer<Applied> rollback(long version, long expected, Why why) {
        return at(version)
                .then(
                        then ->
                                current()
                                        .then(
                                                now ->
                                                        now.version() == expected
                                                                ? back(now, then, why)
                                                                : conflict(now.version())));
    }

    private Answer<Applied> back(Variables now, Variables then, Why why) {
        return now.backTo(then)
                .map(edits -> apply(edits, now.version(), why))
                .orElseGet(() -> Answer.failed(new Failure.Refused("it is so already")));
    }

    /// The answer to whoever expected another version than this.
    static <T> Answer<T> conflict(long now) {
        return Answer.failed(new Failure.Conflict("version " + now));
    }
}
