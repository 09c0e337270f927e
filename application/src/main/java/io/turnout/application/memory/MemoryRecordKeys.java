package io.turnout.application.memory;

import io.turnout.application.privacy.RecordKeys;
import io.turnout.domain.org.OrgId;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Wrapped keys in memory. Records in memory have none, so only who keeps them here finds any.
public final class MemoryRecordKeys implements RecordKeys {
    private static final Comparator<Place> ORDER =
            Comparator.comparing((Place place) -> place.org().value())
                    .thenComparing(Place::shelf)
                    .thenComparing(place -> place.record().toString());

    private final SortedMap<Place, byte[]> keys = new TreeMap<>(ORDER);

    private record Place(OrgId org, Shelf shelf, UUID record) {}

    /// Keeps the key of a record.
    public synchronized void keep(OrgId org, Shelf shelf, UUID record, byte[] wrapped) {
        keys.put(new Place(org, shelf, record), wrapped.clone());
    }

    /// The key of a record.
    public synchronized Optional<byte[]> find(OrgId org, Shelf shelf, UUID record) {
        return Optional.ofNullable(keys.get(new Place(org, shelf, record)));
    }

    @Override
    public synchronized long stale(OrgId org, Shelf shelf, int id) {
        return after(new Place(org, shelf, START)).stream()
                .filter(entry -> isStale(entry.getValue(), id))
                .count();
    }

    @Override
    public synchronized Window rewrap(OrgId org, Shelf shelf, int id, UUID after, Rule rule) {
        List<Map.Entry<Place, byte[]>> rest = after(new Place(org, shelf, after));
        List<Map.Entry<Place, byte[]>> window = rest.stream().limit(WINDOW_MAX).toList();
        int stale = 0;
        int changed = 0;
        for (Map.Entry<Place, byte[]> entry : window) {
            if (isStale(entry.getValue(), id)) {
                stale++;
                Optional<byte[]> anew = rule.rewrap(entry.getKey().record(), entry.getValue());
                changed += anew.isPresent() ? 1 : 0;
                anew.ifPresent(wrapped -> keys.put(entry.getKey(), wrapped));
            }
        }
        return new Window(
                stale,
                changed,
                rest.size() > WINDOW_MAX
                        ? Optional.of(window.getLast().getKey().record())
                        : Optional.empty());
    }

    private List<Map.Entry<Place, byte[]>> after(Place place) {
        return keys.tailMap(place).entrySet().stream()
                .filter(entry -> entry.getKey().org().equals(place.org()))
                .filter(entry -> entry.getKey().shelf() == place.shelf())
                .filter(entry -> !entry.getKey().record().equals(place.record()))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isStale(byte[] wrapped, int id) {
        return ByteBuffer.wrap(wrapped).getInt(1) != id;
    }
}
