package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.GuardForm;
import io.turnout.adapters.http.operator.RolloutView;
import io.turnout.adapters.http.operator.SelectionForm;
import io.turnout.adapters.http.operator.WaveForm;
import io.turnout.adapters.http.page.FormBody;
import io.turnout.domain.rollout.PlanId;
import io.turnout.domain.rollout.PlanTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A plan as somebody types it: words, of which none is believed yet. A wave has a `key` by which
/// its fields are found again when it stands elsewhere.
public record TypedPlan(Map<String, String> fields, List<Map<String, String>> waves) {
    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "version",
                    "flag",
                    "title",
                    "notBefore",
                    "errorRate",
                    "latencyRatio",
                    "backlogSeconds",
                    "budget",
                    "sample",
                    "onBreach",
                    "reason");
    private static final List<String> WAVE =
            List.of(
                    "key",
                    "begun",
                    "title",
                    "whom",
                    "orgs",
                    "regions",
                    "zones",
                    "tiers",
                    "tags",
                    "atMost",
                    "opens",
                    "closes",
                    "entry",
                    "switched",
                    "bakeMinutes",
                    "requests");
    private static final Pattern KEY = Pattern.compile("k[0-9]{1,4}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,2}");
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int BATCH = 25;

    public TypedPlan {
        fields = Map.copyOf(fields);
        waves = waves.stream().map(Map::copyOf).toList();
    }

    /// In the order that the house promises: own tests, opt-in betas, a small batch, everybody.
    static TypedPlan fresh(PlanId id, Instant now) {
        Map<String, String> fields = guard(GuardForm.usual());
        fields.put("id", id.toString());
        fields.put("notBefore", local(now.truncatedTo(ChronoUnit.MINUTES).toString()));
        return new TypedPlan(
                        fields,
                        List.of(
                                usual("Our own test organisations", "own-tests", "", HOUR),
                                usual("Who asked to be early", "opted-in", "", DAY),
                                usual("A small batch", "anybody", "" + BATCH, DAY),
                                usual("Everybody", "anybody", "", DAY)))
                .keyed();
    }

    private static Map<String, String> usual(
            String title, String whom, String atMost, int bakeMinutes) {
        Map<String, String> wave = new LinkedHashMap<>();
        wave.put("title", title);
        wave.put("whom", whom);
        wave.put("atMost", atMost);
        wave.put("opens", "01:00");
        wave.put("closes", "05:00");
        wave.put("entry", "by-itself");
        wave.put("switched", "100");
        wave.put("bakeMinutes", Integer.toString(bakeMinutes));
        wave.put("requests", "0");
        return wave;
    }

    /// As it is kept.
    static TypedPlan of(RolloutView plan) {
        Map<String, String> fields = guard(plan.guard());
        fields.put("id", plan.id());
        fields.put("version", Long.toString(plan.version()));
        fields.put("flag", plan.flag());
        fields.put("title", plan.title());
        fields.put("notBefore", local(plan.notBefore()));
        return new TypedPlan(fields, plan.waves().stream().map(TypedPlan::wave).toList()).keyed();
    }

    /// What is left of `plan` for orgs that came too late for it.
    TypedPlan after(RolloutView plan, List<String> late) {
        Map<String, String> next = new LinkedHashMap<>(fields);
        next.put("flag", plan.flag());
        next.put("title", plan.title() + ", for those who came later");
        Map<String, String> wave =
                usual("Who came later", late.isEmpty() ? "anybody" : "listed", "", DAY);
        wave.put("orgs", String.join("\n", late));
        return new TypedPlan(next, List.of(wave)).keyed();
    }

    private static Map<String, String> guard(GuardForm guard) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("errorRate", percent(guard.errorRate()));
        fields.put("latencyRatio", plain(BigDecimal.valueOf(guard.latencyRatio())));
        fields.put("backlogSeconds", Long.toString(guard.backlogSeconds()));
        fields.put("budget", percent(guard.budget()));
        fields.put("sample", Long.toString(guard.sample()));
        fields.put("onBreach", guard.onBreach());
        return fields;
    }

    private static Map<String, String> wave(RolloutView.WaveView view) {
        WaveForm terms = view.terms();
        SelectionForm selection = terms.selection();
        Map<String, String> wave = new LinkedHashMap<>();
        wave.put("begun", view.begun() ? view.state() : "");
        wave.put("title", terms.title());
        wave.put("whom", Optional.ofNullable(selection.whom()).orElse("listed"));
        wave.put("orgs", words("\n", selection.orgs()));
        wave.put("regions", words(" ", selection.regions()));
        wave.put("zones", words(" ", selection.zones()));
        wave.put("tiers", words(" ", selection.tiers()));
        wave.put("tags", words(" ", selection.tags()));
        wave.put("atMost", said(terms.atMost()));
        wave.put("opens", said(terms.opens()));
        wave.put("closes", said(terms.closes()));
        wave.put("entry", said(terms.entry()));
        wave.put(
                "switched",
                Optional.ofNullable(terms.switched()).map(TypedPlan::percent).orElse(""));
        wave.put("bakeMinutes", Long.toString(terms.bakeMinutes()));
        wave.put("requests", said(terms.requests()));
        return wave;
    }

    private static String words(String between, @Nullable List<String> words) {
        return words == null ? "" : String.join(between, words);
    }

    private static String said(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String percent(double part) {
        return plain(BigDecimal.valueOf(part).movePointRight(2));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String local(String instant) {
        return instant.replaceFirst("Z$", "");
    }

    static TypedPlan read(FormBody body) {
        String count = body.one("waves");
        int waves =
                COUNT.matcher(count).matches()
                        ? Math.min(Integer.parseInt(count), PlanTerms.WAVES_MAX)
                        : 0;
        return new TypedPlan(
                        read(body, "", FIELDS),
                        IntStream.range(0, waves)
                                .mapToObj(i -> read(body, "w" + i + "-", WAVE))
                                .toList())
                .keyed();
    }

    private static Map<String, String> read(FormBody body, String before, List<String> names) {
        Map<String, String> read = new LinkedHashMap<>();
        names.forEach(name -> read.put(name, body.one(before + name)));
        return read;
    }

    /// Every wave with a key that no other has.
    private TypedPlan keyed() {
        Set<String> used = new HashSet<>();
        List<Map<String, String>> keyed = new ArrayList<>();
        for (Map<String, String> wave : waves) {
            String key = wave.getOrDefault("key", "");
            for (int i = 1; !KEY.matcher(key).matches() || !used.add(key); i++) {
                key = used.contains("k" + i) ? "" : "k" + i;
            }
            Map<String, String> one = new LinkedHashMap<>(wave);
            one.put("key", key);
            keyed.add(one);
        }
        return new TypedPlan(fields, keyed);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    TypedPlan with(String name, String value) {
        Map<String, String> next = new LinkedHashMap<>(fields);
        next.put(name, value);
        return new TypedPlan(next, waves);
    }

    public boolean isFull() {
        return waves.size() >= PlanTerms.WAVES_MAX;
    }

    /// With one more wave at the end.
    TypedPlan more() {
        List<Map<String, String>> more = new ArrayList<>(waves);
        if (!isFull()) {
            more.add(usual("", "anybody", "", DAY));
        }
        return new TypedPlan(fields, more).keyed();
    }

    TypedPlan without(int wave) {
        List<Map<String, String>> fewer = new ArrayList<>(waves);
        if (wave >= 0 && wave < fewer.size() && fewer.size() > 1) {
            var _ = fewer.remove(wave);
        }
        return new TypedPlan(fields, fewer);
    }

    /// With a wave and the next one in each other's place.
    TypedPlan swapped(int wave) {
        List<Map<String, String>> moved = new ArrayList<>(waves);
        if (wave >= 0 && wave + 1 < moved.size()) {
            Collections.swap(moved, wave, wave + 1);
        }
        return new TypedPlan(fields, moved);
    }
}
