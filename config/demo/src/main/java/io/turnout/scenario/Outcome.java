package io.turnout.scenario;

/// What came of one request, with everything its client tried for it.
enum Outcome {
    /// What was asked for.
    YES,
    /// A final no that the house may say: sold out, closed, no licence.
    NO,
    /// Come again later: 429, 503 with the words for it.
    LATER,
    /// Anything else: an error, no answer, an answer of no known kind.
    FAILED
}
