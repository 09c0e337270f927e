package io.turnout.adapters.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Reach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How the orgs of a flag are spread over segments.
class LayoutTest {
    private static final String BASE = "checkout-v2.production";

    private static Set<OrgId> orgs(int count) {
        return Stream.generate(Ids::org).limit(count).collect(Collectors.toSet());
    }

    private static Layout fresh(Reach reach) {
        return Layout.of(BASE, reach, Map.of());
    }

    private static Map<String, Set<String>> values(Layout layout) {
        Map<String, Set<String>> values = new TreeMap<>();
        layout.segments().forEach(one -> values.put(one.name(), one.constraint().values()));
        return values;
    }

    private static Optional<Reach> read(Layout layout) {
        Map<String, LiveConstraint> constraints =
                layout.segments().stream()
                        .collect(
                                Collectors.toMap(Layout.Segment::name, Layout.Segment::constraint));
        return Layout.read(
                layout.strategies().stream()
                        .map(names -> names.stream().map(constraints::get).toList())
                        .toList());
    }

    @Test
    void a_segment_is_full_at_999_orgs_and_nobody_and_the_next_org_has_another() {
        assertThat(values(fresh(new Reach.Only(Set.of()))))
                .containsExactly(Map.entry(BASE + ".live", Set.of(LiveConstraint.NOBODY)));
        assertThat(fresh(new Reach.Only(orgs(999))).segments()).hasSize(1);

        Layout two = fresh(new Reach.Only(orgs(1_000)));

        assertThat(two.segments())
                .extracting(Layout.Segment::name)
                .containsExactly(BASE + ".live", BASE + ".live-2");
        assertThat(two.strategies()).hasSize(2);
        assertThat(two.segments())
                .allSatisfy(
                        one ->
                                assertThat(one.constraint().values())
                                        .contains(LiveConstraint.NOBODY)
                                        .hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void whom_everybody_is_without_is_named_in_segments_that_one_strategy_asks() {
        Layout two = fresh(new Reach.All(orgs(1_000)));

        assertThat(two.segments()).hasSize(2);
        assertThat(two.strategies()).hasSize(1);
        assertThat(two.segments()).allMatch(one -> one.constraint().keepsOut());
    }

    @Test
    void what_is_written_is_what_is_read() {
        for (int count : new int[] {0, 1, 999, 1_000, 2_500}) {
            Set<OrgId> orgs = orgs(count);
            assertThat(read(fresh(new Reach.Only(orgs)))).contains(new Reach.Only(orgs));
            assertThat(read(fresh(new Reach.All(orgs)))).contains(new Reach.All(orgs));
        }
    }

    @Test
    void what_lets_in_beside_what_keeps_out_is_no_form_of_ours() {
        LiveConstraint in = LiveConstraint.of(LiveConstraint.IN, Set.of());
        LiveConstraint out = LiveConstraint.of(LiveConstraint.NOT_IN, Set.of());

        assertThat(Layout.read(List.of(List.of(in), List.of(out)))).isEmpty();
        assertThat(Layout.read(List.of(List.of(in, in)))).isEmpty();
        assertThat(Layout.read(List.of(List.of(out), List.of(out)))).isEmpty();
        LiveConstraint no = LiveConstraint.of(LiveConstraint.IN, Set.of("no org"));
        assertThat(Layout.read(List.of(List.of(no)))).isEmpty();
    }

    /// Segments are written one by one, each seen by everybody: whoever is on before and after is
    /// on all the time.
    @Test
    void nobody_falls_out_while_segments_are_written_however_orgs_come_and_go() {
        Random chance = new Random(7);
        List<OrgId> all = new ArrayList<>(orgs(3_500));
        Map<String, Set<String>> there = new LinkedHashMap<>();
        Set<OrgId> before = Set.of();
        for (int step = 0; step < 60; step++) {
            Set<OrgId> after = new HashSet<>(before);
            int change = chance.nextInt(1_500);
            for (int i = 0; i < change; i++) {
                OrgId one = all.get(chance.nextInt(all.size()));
                var _ = step % 2 == 0 ? after.add(one) : after.remove(one);
            }
            Set<String> stay =
                    before.stream()
                            .filter(after::contains)
                            .map(OrgId::value)
                            .collect(Collectors.toSet());
            Layout layout = Layout.of(BASE, new Reach.Only(after), there);
            for (Layout next : List.of(layout.meanwhile(there), layout)) {
                for (Layout.Segment segment : next.segments()) {
                    var _ = there.put(segment.name(), segment.constraint().values());
                    assertThat(on(there)).containsAll(stay);
                    assertThat(segment.constraint().values()).hasSizeLessThanOrEqualTo(1_000);
                }
            }
            there.keySet().retainAll(values(layout).keySet());
            assertThat(on(there)).containsAll(stay);
            assertThat(read(layout)).contains(new Reach.Only(after));
            assertThat(there).hasSize(Math.max(1, Math.ceilDiv(after.size(), Layout.ORGS_EACH)));
            before = after;
        }
    }

    private static Set<String> on(Map<String, Set<String>> segments) {
        return segments.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    @Test
    void a_segment_that_a_server_with_other_limits_let_grow_is_spread_and_nobody_falls_out() {
        Set<OrgId> orgs = orgs(1_500);
        Set<String> named = orgs.stream().map(OrgId::value).collect(Collectors.toSet());
        Map<String, Set<String>> there = Map.of(BASE + ".live", named);

        Layout layout = Layout.of(BASE, new Reach.Only(orgs), there);

        assertThat(layout.segments()).hasSize(2);
        assertThat(layout.meanwhile(there).segments().getFirst().constraint().values())
                .containsAll(named);
    }

    @Test
    void names_of_others_are_not_ours() {
        assertThat(Layout.isOurs(BASE, BASE + ".live")).isTrue();
        assertThat(Layout.isOurs(BASE, BASE + ".but-12")).isTrue();
        assertThat(Layout.isOurs(BASE, BASE + ".live-0")).isFalse();
        assertThat(Layout.isOurs(BASE, BASE + ".live.mine")).isFalse();
        assertThat(Layout.isOurs("checkout-v2.prod", BASE + ".live")).isFalse();
    }
}
