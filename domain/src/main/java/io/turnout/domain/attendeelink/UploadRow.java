package io.turnout.domain.attendeelink;

/// What comes next in the body of an upload.
public sealed interface UploadRow {
    /// A row that is a link, and how many values of it were none of ours.
    record Good(Link link, int dropped) implements UploadRow {}

    /// A row that is none.
    record Bad(RowFault fault, int dropped) implements UploadRow {}

    /// The sender takes its time: what was read so far should be kept.
    record Pause() implements UploadRow {}

    /// There is no more.
    record End(Ending how) implements UploadRow {}

    /// Why there is no more.
    enum Ending {
        /// All of it came.
        WHOLE,
        BROKEN_OFF,
        TOO_LARGE,
        TOO_SLOW,
        /// What comes can not be told apart into rows any more.
        NO_TABLE,
        /// The table has no head, or one without the columns that must be there.
        NO_HEAD
    }
}
