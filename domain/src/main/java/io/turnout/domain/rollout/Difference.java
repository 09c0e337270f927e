package io.turnout.domain.rollout;

import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One thing in which a plan is other than before, in words for whoever approves or looks back.
/// Empty on a side means that there was nothing, or is nothing.
public record Difference(String what, String before, String after) {
    private static final String NOTHING = "";

    /// Everything in which they differ.
    public static List<Difference> between(Rollout before, Rollout after) {
        List<Difference> all = new ArrayList<>();
        Map<String, String> was = told(before.plan());
        Map<String, String> is = told(after.plan());
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String what : names) {
            String old = was.getOrDefault(what, NOTHING);
            String now = is.getOrDefault(what, NOTHING);
            if (!old.equals(now)) {
                all.add(new Difference(what, old, now));
            }
        }
        all.addAll(moves(before, after));
        return List.copyOf(all);
    }

    /// All of a new plan.
    public static List<Difference> ofNew(Plan plan) {
        return told(plan).entrySet().stream()
                .map(one -> new Difference(one.getKey(), NOTHING, one.getValue()))
                .toList();
    }

    private static Map<String, String> told(Plan plan) {
        Map<String, String> all = new TreeMap<>();
        all.put("state", plan.state().name());
        all.put("review", plan.review().getClass().getSimpleName());
        all.put("flag", plan.flag().key());
        all.put("title", plan.title());
        all.put("notBefore", plan.notBefore().toString());
        Guard guard = plan.guard();
        all.put("guard error rate", Double.toString(guard.errorRate()));
        all.put("guard latency ratio", Double.toString(guard.latencyRatio()));
        all.put("guard backlog", guard.backlog().toSeconds() + " s");
        all.put("guard budget", Double.toString(guard.budget()));
        all.put("guard sample", Long.toString(guard.sample()));
        all.put("guard on breach", guard.onBreach().name());
        for (int i = 0; i < plan.waves().size(); i++) {
            Wave wave = plan.waves().get(i);
            String name = name(i);
            all.put(name + "title", wave.terms().title());
            all.put(name + "state", wave.state().name());
            all.put(name + "selection", selection(wave.terms()));
            Window window = wave.terms().window();
            all.put(name + "window", window.opens() + " to " + window.closes());
            all.put(name + "entry", wave.terms().entry().name());
            Exit exit = wave.terms().exit();
            all.put(name + "switched", Double.toString(exit.switched()));
            all.put(name + "watched", exit.bake().toMinutes() + " min");
            all.put(name + "requests", Long.toString(exit.requests()));
        }
        return all;
    }

    private static String name(int wave) {
        return "wave %02d ".formatted(wave + 1);
    }

    private static String selection(WaveTerms terms) {
        String limit = terms.atMost().isPresent() ? ", at most " + terms.atMost().getAsInt() : "";
        return limit.isEmpty() ? who(terms.selection()) : who(terms.selection()) + limit;
    }

    private static String who(Selection selection) {
        return switch (selection) {
            case Selection.Listed(var orgs) -> sorted(orgs);
            case Selection.ByRule rule ->
                    rule.whom()
                            + " regions "
                            + sorted(rule.regions())
                            + " zones "
                            + sorted(rule.zones())
                            + " tiers "
                            + sorted(rule.tiers())
                            + " tags "
                            + sorted(rule.tags());
        };
    }

    /// Which orgs came from one state to another, and where there were none.
    private static List<Difference> moves(Rollout before, Rollout after) {
        Map<String, Set<String>> moved = new TreeMap<>();
        Set<OrgId> orgs = new HashSet<>(before.members().keySet());
        orgs.addAll(after.members().keySet());
        for (OrgId org : orgs) {
            Optional<Member> old = Optional.ofNullable(before.members().get(org));
            Optional<Member> now = Optional.ofNullable(after.members().get(org));
            if (!old.equals(now)) {
                String move =
                        old.map(Difference::place).orElse("-")
                                + " > "
                                + now.map(Difference::place).orElse("-");
                moved.computeIfAbsent(move, _ -> new TreeSet<>()).add(org.value());
            }
        }
        return moved.entrySet().stream()
                .map(one -> new Difference(one.getKey(), NOTHING, sorted(one.getValue())))
                .toList();
    }

    private static String place(Member member) {
        return name(member.wave()) + member.state();
    }

    private static String sorted(Set<?> values) {
        return values.stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
