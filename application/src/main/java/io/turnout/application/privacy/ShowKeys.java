package io.turnout.application.privacy;

import io.turnout.application.privacy.KeyManagement.Master;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.OrgKeys.Wrapped;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Under which keys everything is, and how far a replacement is.
public final class ShowKeys {
    private static final int PAGE = 200;
    private static final Comparator<OrgId> BY_ID = Comparator.comparing(OrgId::value);

    private final OrgKeys keys;
    private final RecordKeys records;
    private final KeyManagement management;

    public ShowKeys(OrgKeys keys, RecordKeys records, KeyManagement management) {
        this.keys = keys;
        this.records = records;
        this.management = management;
    }

    /// The orgs with keys; how many keys are under each master key; and the orgs whose own key is
    /// being replaced, where so many records are not under the new one yet.
    public record Shown(Set<OrgId> orgs, Map<Master, Integer> masters, List<Replacing> replacing) {}

    /// An org with more than one key of a purpose: the newest, and the older ones.
    public record Replacing(
            OrgId org, Purpose purpose, int newest, List<Integer> older, long stale) {}

    public Shown show() {
        Shown shown = new Shown(new TreeSet<>(BY_ID), new LinkedHashMap<>(), new ArrayList<>());
        keys.replacing().stream().flatMap(this::replacing).forEach(shown.replacing()::add);
        Optional<OrgId> after = Optional.empty();
        List<Wrapped> page;
        do {
            page = keys.list(after, PAGE);
            for (Wrapped key : page) {
                boolean _ = shown.orgs().add(key.name().org());
                int _ = shown.masters().merge(management.master(key.key()), 1, Integer::sum);
                after = Optional.of(key.name().org());
            }
        } while (!page.isEmpty());
        return shown;
    }

    private Stream<Replacing> replacing(OrgId org) {
        Map<Purpose, List<Integer>> ids = new EnumMap<>(Purpose.class);
        for (Wrapped key : keys.find(org)) {
            boolean _ =
                    ids.computeIfAbsent(key.name().purpose(), _ -> new ArrayList<>())
                            .add(key.name().id());
        }
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> replacing(org, entry.getKey(), entry.getValue()));
    }

    private Replacing replacing(OrgId org, Purpose purpose, List<Integer> ids) {
        int newest = ids.getFirst();
        long stale =
                Shelf.of(purpose).stream()
                        .mapToLong(shelf -> records.stale(org, shelf, newest))
                        .sum();
        return new Replacing(org, purpose, newest, ids.subList(1, ids.size()), stale);
    }
}
