package io.turnout.application.relocation;

/// A row as it stands in a table, in a text that means the same in every stack. Ciphertexts stay
/// ciphertexts; it is never logged.
public record StoredRow(RowKey key, String content) {
    @Override
    public String toString() {
        return key.toString();
    }
}
