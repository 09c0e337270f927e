package io.turnout.domain.attendeelink;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How many rows of an upload were read, how many became links, why the others did not, and which
/// were the first of those. `dropped` counts values of fields that are none of ours.
public record UploadTally(
        long rows,
        long kept,
        long dropped,
        SortedMap<RowFault, Long> faults,
        List<RefusedRow> refused) {
    /// Of the rows that were refused, so many are named; all of them are counted.
    public static final int NAMED_MAX = 1_000;

    public static final UploadTally NOTHING = new UploadTally(0, 0, 0, new TreeMap<>(), List.of());

    public UploadTally {
        faults = new TreeMap<>(faults);
        refused = List.copyOf(refused);
        long faulty = faults.values().stream().mapToLong(Long::longValue).sum();
        if (rows != kept + faulty || refused.size() > NAMED_MAX) {
            throw new IllegalArgumentException(
                    rows + " rows are not " + kept + " and " + faulty + " that are refused");
        }
    }

    /// The number of the row that comes next.
    public long next() {
        return rows + 1;
    }

    /// With the rows that came next: so many that became links, and those that did not.
    public UploadTally plus(int more, List<RefusedRow> others, long droppedToo) {
        SortedMap<RowFault, Long> all = new TreeMap<>(faults);
        others.forEach(row -> all.merge(row.fault(), 1L, Long::sum));
        return new UploadTally(
                rows + more + others.size(),
                kept + more,
                dropped + droppedToo,
                all,
                Stream.concat(refused.stream(), others.stream()).limit(NAMED_MAX).toList());
    }
}
