package io.turnout.domain.delivery;

import java.util.List;

/// Why a row was not taken: Salesforce's code, its words and the fields it names. The words may
/// repeat what a person typed, so they are stored sealed and never printed.
public record Reason(String code, String message, List<String> fields) {
    /// The record that was to be written into is no more: somebody deleted it there.
    public static final String RECORD_GONE = "RECORD_GONE";

    private static final int MESSAGE_MAX = 1_000;

    public Reason {
        fields = List.copyOf(fields);
        message = message.length() > MESSAGE_MAX ? message.substring(0, MESSAGE_MAX) : message;
    }

    public boolean isRecordGone() {
        return code.equals(RECORD_GONE);
    }

    @Override
    public String toString() {
        return "Reason[" + code + ", " + fields + "]";
    }
}
