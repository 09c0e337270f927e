package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.GuardForm;
import io.turnout.adapters.http.operator.RolloutForm;
import io.turnout.adapters.http.operator.SelectionForm;
import io.turnout.adapters.http.operator.WaveForm;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.domain.rollout.PlanTerms;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a plan as it was typed: what its words come to is checked as the form of the API is, and
/// what is wrong is said by the field.
final class PlanReading {
    private static final Pattern PATH =
            Pattern.compile("(?:waves\\[(\\d+)]\\.?)?(?:selection\\.|guard\\.)?([a-zA-Z]*).*");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final TypedPlan typed;
    private final Map<String, String> complaints = new LinkedHashMap<>();

    private PlanReading(TypedPlan typed) {
        this.typed = typed;
    }

    /// Terms, or what is to be put right, by field.
    record Read(Optional<PlanTerms> terms, Map<String, String> complaints) {}

    static Read of(TypedPlan typed, String reason, Validator validator) {
        PlanReading reading = new PlanReading(typed);
        RolloutForm form = reading.form(reason);
        validator
                .validate(form)
                .forEach(
                        one ->
                                reading.complain(
                                        one.getPropertyPath().toString(), one.getMessage()));
        Optional<PlanTerms> terms =
                reading.complaints.isEmpty() ? reading.terms(form) : Optional.empty();
        return new Read(terms, Map.copyOf(reading.complaints));
    }

    private Optional<PlanTerms> terms(RolloutForm form) {
        try {
            return Optional.of(form.toTerms());
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getEntity() instanceof Problem problem) {
                problem.violations().forEach(one -> complain(one.field(), one.message()));
                return Optional.empty();
            }
            throw refused;
        }
    }

    /// The first word about a field holds.
    private void complain(String path, String message) {
        Matcher matcher = PATH.matcher(path);
        if (matcher.matches()) {
            String name = matcher.group(2).isEmpty() ? "title" : matcher.group(2);
            @Nullable String wave = matcher.group(1);
            var _ = complaints.putIfAbsent(wave == null ? name : "w" + wave + "-" + name, message);
        }
    }

    private RolloutForm form(String reason) {
        return new RolloutForm(
                null,
                reason,
                typed.field("flag"),
                typed.field("title"),
                notBefore(),
                new GuardForm(
                        percent("", "errorRate", typed.fields(), 1),
                        decimal("latencyRatio"),
                        whole("", "backlogSeconds", typed.fields(), 1),
                        percent("", "budget", typed.fields(), 1),
                        whole("", "sample", typed.fields(), 1),
                        typed.field("onBreach")),
                IntStream.range(0, typed.waves().size())
                        .mapToObj(i -> wave("w" + i + "-", typed.waves().get(i)))
                        .toList());
    }

    private String notBefore() {
        String text = typed.field("notBefore");
        return (MINUTE.matcher(text).matches() ? text + ":00" : text) + "Z";
    }

    private WaveForm wave(String at, Map<String, String> wave) {
        return new WaveForm(
                wave.getOrDefault("title", ""),
                selection(wave),
                limit(at, wave),
                wave.getOrDefault("opens", ""),
                wave.getOrDefault("closes", ""),
                wave.getOrDefault("entry", ""),
                percent(at, "switched", wave, 1),
                whole(at, "bakeMinutes", wave, 0),
                whole(at, "requests", wave, 0));
    }

    private static SelectionForm selection(Map<String, String> wave) {
        String whom = wave.getOrDefault("whom", "");
        return whom.equals("listed")
                ? new SelectionForm(words(wave, "orgs"), null, null, null, null, null)
                : new SelectionForm(
                        null,
                        whom,
                        words(wave, "regions"),
                        words(wave, "zones"),
                        words(wave, "tiers"),
                        words(wave, "tags"));
    }

    private static List<String> words(Map<String, String> wave, String name) {
        return Arrays.stream(wave.getOrDefault(name, "").split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /// Nothing typed is no limit.
    private @Nullable Integer limit(String at, Map<String, String> wave) {
        return wave.getOrDefault("atMost", "").isEmpty()
                ? null
                : (Integer) (int) whole(at, "atMost", wave, 1);
    }

    /// @param otherwise what stands for it where it is none, so that the rest is checked too
    private long whole(String at, String name, Map<String, String> from, long otherwise) {
        String text = from.getOrDefault(name, "");
        if (WHOLE.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        complaints.put(at + name, text.isEmpty() ? "is missing" : "is a whole number");
        return otherwise;
    }

    private double decimal(String name) {
        String text = typed.field(name);
        if (DECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        complaints.put(name, text.isEmpty() ? "is missing" : "is a number such as 1.5");
        return 1;
    }

    private double percent(String at, String name, Map<String, String> from, double otherwise) {
        String text = from.getOrDefault(name, "");
        if (DECIMAL.matcher(text).matches() && new BigDecimal(text).compareTo(ALL) <= 0) {
            return new BigDecimal(text).movePointLeft(2).doubleValue();
        }
        complaints.put(at + name, text.isEmpty() ? "is missing" : "is a percentage from 0 to 100");
        return otherwise;
    }
}
