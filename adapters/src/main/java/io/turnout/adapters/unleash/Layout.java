package io.turnout.adapters.unleash;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Reach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The segments of a flag and its strategies over them. A segment holds a thousand values and no
/// more, so many orgs are spread: each segment lets some in and has a strategy of its own, of which
/// one is enough. Who is to be kept out of everybody's is named in segments of one strategy, which
/// must all agree.
///
/// @param segments by their names, in the order in which they are written
/// @param together whether one strategy asks them all
record Layout(List<Segment> segments, boolean together) {
    /// What a server takes where nobody changed its limits: values of a segment, segments of a
    /// strategy, and strategies, of which one is left for what stands there while others are made.
    static final int ORGS_EACH = 999;

    private static final int TOGETHER_MAX = 5;
    private static final int STRATEGIES_MAX = 29;
    private static final Pattern PART = Pattern.compile("\\.(live|but)(-[1-9]\\d?)?");

    Layout {
        segments = List.copyOf(segments);
    }

    record Segment(String name, LiveConstraint constraint) {}

    /// How many orgs can be named.
    static int room(Reach reach) {
        return ORGS_EACH
                * switch (reach) {
                    case Reach.All _ -> TOGETHER_MAX;
                    case Reach.Only _ -> STRATEGIES_MAX;
                };
    }

    static int size(Reach reach) {
        return ids(reach).size();
    }

    private static Set<OrgId> ids(Reach reach) {
        return switch (reach) {
            case Reach.All(var but) -> but;
            case Reach.Only(var orgs) -> orgs;
        };
    }

    /// Whether a segment of this name is one of a flag's.
    ///
    /// @param base how the names of the flag's segments begin
    static boolean isOurs(String base, String name) {
        return name.startsWith(base) && PART.matcher(name.substring(base.length())).matches();
    }

    /// Who has a place in a segment keeps it; those of segments that are no longer needed move to
    /// ones before.
    ///
    /// @param current what stands in the flag's segments, by their names
    static Layout of(String base, Reach reach, Map<String, Set<String>> current) {
        boolean together = reach instanceof Reach.All;
        Set<String> wanted = ids(reach).stream().map(OrgId::value).collect(Collectors.toSet());
        int count = Math.max(1, Math.ceilDiv(wanted.size(), ORGS_EACH));
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(base + (together ? ".but" : ".live") + (i == 1 ? "" : "-" + i));
        }
        List<NavigableSet<String>> places = new ArrayList<>();
        NavigableSet<String> placeless = new TreeSet<>(wanted);
        for (String name : names) {
            NavigableSet<String> stay = new TreeSet<>(current.getOrDefault(name, Set.of()));
            stay.retainAll(placeless);
            while (stay.size() > ORGS_EACH) {
                var _ = stay.pollLast();
            }
            placeless.removeAll(stay);
            places.add(stay);
        }
        for (NavigableSet<String> place : places) {
            while (place.size() < ORGS_EACH && !placeless.isEmpty()) {
                var _ = place.add(placeless.removeFirst());
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            segments.add(segment(names.get(i), together, places.get(i)));
        }
        return new Layout(segments, together);
    }

    private static Segment segment(String name, boolean together, Set<String> orgs) {
        return new Segment(
                name,
                LiveConstraint.of(together ? LiveConstraint.NOT_IN : LiveConstraint.IN, orgs));
    }

    /// What is written first, so that nobody falls out between two segments: who leaves one of
    /// them for another is in both.
    Layout meanwhile(Map<String, Set<String>> current) {
        Set<String> all = new HashSet<>();
        segments.forEach(segment -> all.addAll(segment.constraint().values()));
        return new Layout(
                segments.stream()
                        .map(
                                segment -> {
                                    Set<String> both =
                                            new HashSet<>(
                                                    current.getOrDefault(segment.name(), Set.of()));
                                    both.retainAll(all);
                                    both.addAll(segment.constraint().values());
                                    return segment(segment.name(), together, both);
                                })
                        .toList(),
                together);
    }

    /// The names of the segments of each strategy.
    List<Set<String>> strategies() {
        Set<String> names = segments.stream().map(Segment::name).collect(Collectors.toSet());
        return together ? List.of(names) : segments.stream().map(s -> Set.of(s.name())).toList();
    }

    /// For whom a flag is on whose strategies ask these segments; empty where that is no form of
    /// ours.
    static Optional<Reach> read(List<List<LiveConstraint>> strategies) {
        List<LiveConstraint> all = strategies.stream().flatMap(List::stream).toList();
        Set<OrgId> orgs = new HashSet<>();
        for (LiveConstraint one : all) {
            Optional<Set<OrgId>> named = one.orgs();
            if (named.isEmpty()) {
                return Optional.empty();
            }
            orgs.addAll(named.get());
        }
        boolean each = strategies.stream().allMatch(asked -> asked.size() == 1);
        if (each && all.stream().allMatch(LiveConstraint::letsIn)) {
            return Optional.of(new Reach.Only(orgs));
        }
        return strategies.size() == 1 && all.stream().allMatch(LiveConstraint::keepsOut)
                ? Optional.of(new Reach.All(orgs))
                : Optional.empty();
    }
}
