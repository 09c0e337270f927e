package io.turnout.domain.publishing;

import java.util.List;

/// Why an event cannot be shown as its organiser has it now, in words for whoever looks after the
/// org, and the fields to mend. It repeats no value of a record.
public record Trouble(String why, List<String> fields) {
    public Trouble {
        fields = List.copyOf(fields);
    }
}
