package io.turnout.simulator.schema;

import java.util.List;
import java.util.Optional;

/// The values a field offers. A restricted one takes no others; whatever case a value is written
/// in, it is kept as it stands in the list.
public record Picklist(List<String> values, boolean restricted) {
    public Picklist {
        values = List.copyOf(values);
    }

    public Optional<String> find(String text) {
        return values.stream().filter(text::equalsIgnoreCase).findFirst();
    }
}
