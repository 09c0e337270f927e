package io.turnout.application.relocation;

import java.util.List;

/// Which row of an org: its table, and its primary key after the org, as text.
public record RowKey(String table, List<String> parts) {
    public RowKey {
        parts = List.copyOf(parts);
    }
}
