package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.RolloutHistoryView;
import io.turnout.adapters.http.operator.RolloutPreviewView;
import io.turnout.application.rollout.PreviewPlan;
import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Whom the waves of a plan would take, for a page: of each wave who is in, and of those who are
/// not how many for which reason; what is other than what is kept, and than what is live.
public record PreviewSheet(
        List<OfWave> waves,
        List<RolloutHistoryView.Change> differences,
        List<Shift> shifts,
        int moreShifts,
        int orgs,
        int reached,
        int hadBefore,
        List<String> untouched) {
    /// Of more, the number is said.
    private static final int SHOWN = 200;

    private static final int NAMED = 20;

    /// One wave, counted from one; `waits` of those who are in have no night or no zone.
    public record OfWave(
            int number,
            String title,
            int taken,
            int hadBefore,
            int waits,
            List<RolloutPreviewView.Line> in,
            List<Reason> out) {}

    /// Why some are not in it, and the first of them.
    public record Reason(String why, int many, List<String> orgs) {}

    /// An org that comes into another wave than before; 0 is none.
    public record Shift(String org, int before, int after) {}

    static PreviewSheet of(PreviewPlan.Preview preview) {
        List<OfWave> waves =
                IntStream.range(0, preview.waves().size()).mapToObj(i -> wave(preview, i)).toList();
        List<Shift> shifts = shifts(preview);
        List<PreviewPlan.Line> lines = preview.waves().getFirst();
        List<PreviewPlan.Line> live = lines.stream().filter(PreviewPlan.Line::hasIt).toList();
        List<String> untouched =
                live.stream()
                        .map(line -> line.profile().org())
                        .filter(org -> !preview.places().containsKey(org))
                        .map(OrgId::value)
                        .limit(NAMED)
                        .toList();
        return new PreviewSheet(
                waves,
                preview.differences().stream().map(RolloutHistoryView.Change::of).toList(),
                shifts.stream().limit(SHOWN).toList(),
                Math.max(0, shifts.size() - SHOWN),
                lines.size(),
                preview.places().size(),
                live.size(),
                untouched);
    }

    private static OfWave wave(PreviewPlan.Preview preview, int number) {
        List<PreviewPlan.Line> lines = preview.waves().get(number);
        List<PreviewPlan.Line> in = lines.stream().filter(line -> line.fit().isIn()).toList();
        List<RolloutPreviewView.Line> shown =
                in.stream().limit(SHOWN).map(RolloutPreviewView.Line::of).toList();
        return new OfWave(
                number + 1,
                preview.plan().waves().get(number).terms().title(),
                in.size(),
                (int) in.stream().filter(PreviewPlan.Line::hasIt).count(),
                (int)
                        in.stream()
                                .map(RolloutPreviewView.Line::of)
                                .filter(RolloutPreviewView.Line::hasNoNight)
                                .count(),
                shown,
                reasons(lines));
    }

    private static List<Reason> reasons(List<PreviewPlan.Line> lines) {
        Map<String, List<String>> reasons = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.fit().isIn())
                .map(RolloutPreviewView.Line::of)
                .forEach(
                        line ->
                                reasons.computeIfAbsent(line.why(), _ -> new ArrayList<>())
                                        .add(line.org().org()));
        return reasons.entrySet().stream()
                .map(
                        one ->
                                new Reason(
                                        one.getKey(),
                                        one.getValue().size(),
                                        one.getValue().stream().limit(NAMED).toList()))
                .toList();
    }

    private static List<Shift> shifts(PreviewPlan.Preview preview) {
        Set<OrgId> all = new HashSet<>(preview.places().keySet());
        all.addAll(preview.before().keySet());
        return all.stream()
                .map(
                        org ->
                                new Shift(
                                        org.value(),
                                        number(preview.before(), org),
                                        number(preview.places(), org)))
                .filter(shift -> shift.before() != shift.after())
                .sorted(Comparator.comparing(Shift::org))
                .toList();
    }

    private static int number(Map<OrgId, Integer> places, OrgId org) {
        return Optional.ofNullable(places.get(org)).map(wave -> wave + 1).orElse(0);
    }
}
