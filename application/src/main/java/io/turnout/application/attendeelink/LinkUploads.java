package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where uploads of links are kept, for all instances: how far each has come, in the transaction
/// that keeps the links of its rows, so that it goes on where it was after any crash.
public interface LinkUploads {
    /// How long a ticket holds.
    Duration LIFE = Duration.ofHours(24);

    /// How long whoever brings rows need not keep any before another may.
    Duration LEASE = Duration.ofSeconds(60);

    /// How many uploads an org may have begun and not finished.
    int OPEN_MAX = 100;

    /// How many links are listed at once, at most.
    int LIST_MAX = 10_000;

    /// Begins an upload; the same one again changes nothing and finds how it stands.
    Beginning begin(UploadKey key);

    /// How an upload stands. Empty for one that was not begun, or whose ticket ran out.
    Optional<LinkUpload> find(UploadKey key);

    /// An org's uploads, the one begun last first, at most `limit`; those too whose tickets ran
    /// out, for a week.
    List<LinkUpload> recent(OrgId org, int limit);

    /// Lets one bring rows. Of two at once, one is told that the other does; nobody is held up by
    /// whoever kept nothing for as long as `LEASE`.
    Claiming claim(UploadKey key);

    /// Keeps the links of the rows that come next, and that they came: all of it or nothing. A link
    /// that is kept already is replaced whole, and belongs to this upload from then on. A crash of
    /// what keeps them may undo the parts of the last second, each of them whole, until `release`
    /// or `finish` has returned.
    ///
    /// @throws IllegalArgumentException for more than `AttendeeLinks.KEEP_MAX` rows, or others than
    ///     come next
    Progress keep(UploadClaim claim, UploadPart part);

    /// Nothing more comes for now. Nothing happens when another brings rows meanwhile.
    void release(UploadClaim claim);

    /// Nothing more comes, since all is here. Nothing happens when another brings rows meanwhile.
    void finish(UploadClaim claim);

    /// The links that this upload was the last to keep, by their ids, after `last`. As quick as
    /// `limit` is small, for an event of few links.
    ///
    /// @throws IllegalArgumentException for more than `LIST_MAX`
    List<Listed> list(UploadKey key, Optional<LinkId> last, int limit);

    /// A link, and what its org calls it.
    record Listed(LinkId link, Reference reference) {}

    /// What became of asking for an upload.
    sealed interface Beginning {
        record Begun(LinkUpload upload) implements Beginning {}

        record BegunBefore(LinkUpload upload) implements Beginning {}

        /// As many are open as may be.
        record TooMany() implements Beginning {}

        /// The org is not at home here, or moves this instant.
        record Elsewhere() implements Beginning {}
    }

    /// What became of asking to bring rows.
    sealed interface Claiming {
        /// `next` is the number of the first row that is not kept.
        record Claimed(UploadClaim claim, long next) implements Claiming {}

        /// Another brings rows.
        record Busy() implements Claiming {}

        record Finished() implements Claiming {}

        /// It was not begun, or its ticket ran out.
        record Unknown() implements Claiming {}

        /// The org is not at home here, or moves this instant.
        record Elsewhere() implements Claiming {}
    }

    /// What became of rows.
    enum Progress {
        KEPT,
        /// Another brings rows since, or the upload is gone. Nothing was kept.
        LOST,
        /// The org is not at home here, or moves this instant. Nothing was kept.
        ELSEWHERE
    }
}
