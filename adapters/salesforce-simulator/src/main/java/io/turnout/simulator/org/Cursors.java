package io.turnout.simulator.org;

import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.soql.Found;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The query results that still have pages to fetch. Each keeps the rows as they were when it was
/// asked for; the oldest is closed when there are too many.
public final class Cursors {
    private static final int OPEN_MAX = 100;

    private final Map<String, Found.Rows> open = new LinkedHashMap<>();
    private long last;

    public synchronized String keep(Found.Rows found) {
        String locator = RecordId.of("01g", ++last);
        open.put(locator, found);
        if (open.size() > OPEN_MAX) {
            open.remove(open.keySet().iterator().next());
        }
        return locator;
    }

    public synchronized Optional<Found.Rows> find(String locator) {
        return Optional.ofNullable(open.get(locator));
    }
}
