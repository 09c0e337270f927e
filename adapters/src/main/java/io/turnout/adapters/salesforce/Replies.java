package io.turnout.adapters.salesforce;

/// A refusal of a whole call in words. It is about the call and not about a row, so that no person
/// is named in it.
final class Replies {
    private static final int WORDS_MAX = 200;

    private Replies() {}

    static String words(Reply.Said said) {
        return SalesforceError.ofCall(said)
                .map(error -> error.code() + ", " + shortened(error.message()))
                .orElse("HTTP " + said.status());
    }

    static String shortened(String message) {
        return message.substring(0, Math.min(message.length(), WORDS_MAX));
    }
}
