package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.application.scaling.InstanceScaling;
import io.turnout.application.scaling.ScalingPlans;
import io.turnout.application.scaling.ScalingTerms;
import io.turnout.application.scaling.ScalingTerms.Tracker;
import io.turnout.config.ScalingPlaces.Aws;
import io.turnout.config.ScalingPlaces.Heroku;
import io.turnout.config.ScalingPlaces.Machine;
import io.turnout.config.ScalingPlaces.Place;
import io.turnout.domain.scaling.Bounds;
import io.turnout.domain.scaling.Prewarm;
import io.turnout.domain.scaling.ScalingRule;
import io.turnout.domain.scaling.Targets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who starts and stops instances, between how many, and what moves their number. Without it nobody
/// does.
///
/// @param max where spending ends: operators may choose less, and more only by these settings
/// @param look how long after a look at the load the next one is
@SelfValidating
public record ScalingSettings(
        @JsonProperty(required = true) Type type,
        @Min(0) @Max(Bounds.MOST) int min,
        @Min(1) @Max(Bounds.MOST) int max,
        @Nullable Duration look,
        @Valid @Nullable Each each,
        @Nullable Duration out,
        @Nullable Duration in,
        @Nullable Double slack,
        @Valid @Nullable Before prewarm,
        @Valid @Nullable Machine machine,
        @Valid @Nullable Heroku heroku,
        @Valid @Nullable Aws aws) {
    static final ScalingSettings NONE =
            new ScalingSettings(
                    Type.NONE, 0, 1, null, null, null, null, null, null, null, null, null);

    /// Where instances are started.
    public enum Type {
        NONE,
        MACHINE,
        HEROKU,
        AWS
    }

    /// What one instance is to bear.
    public record Each(
            @Nullable Double inFlight,
            @Nullable Double queued,
            @Nullable Double cpu,
            @Nullable Double owed) {
        Targets toTargets() {
            return new Targets(
                    usual(inFlight, Targets.USUAL.inFlight()),
                    usual(queued, Targets.USUAL.queued()),
                    usual(cpu, Targets.USUAL.cpu()),
                    usual(owed, Targets.USUAL.owed()));
        }
    }

    /// What runs ahead of a sale whose start is known.
    public record Before(
            @Min(0) @Max(Bounds.MOST) int min, @Nullable Duration lead, @Nullable Duration lasts) {
        Prewarm toRule() {
            return new Prewarm(
                    min, time(lead, Prewarm.NONE.lead()), time(lasts, Prewarm.NONE.lasts()));
        }
    }

    private static double usual(@Nullable Double said, double usual) {
        return said == null ? usual : said;
    }

    private static java.time.Duration time(@Nullable Duration said, java.time.Duration usual) {
        return said == null ? usual : said.toJavaDuration();
    }

    @SelfValidation
    public void boundsAreInOrder(ViolationCollector violations) {
        if (min > max) {
            violations.addViolation("scaling: min is no more than max");
        }
    }

    @SelfValidation
    public void thePlaceIsNamed(ViolationCollector violations) {
        if (!isOff() && place().filter(Place::isNamed).isEmpty()) {
            violations.addViolation(
                    "scaling: type "
                            + word()
                            + " needs scaling."
                            + word()
                            + " beside it, with nothing empty");
        }
    }

    @SelfValidation
    public void theRuleHolds(ViolationCollector violations) {
        try {
            var _ = terms();
        } catch (IllegalArgumentException wrong) {
            violations.addViolation("scaling: " + wrong.getMessage());
        }
    }

    boolean isOff() {
        return type == Type.NONE;
    }

    private String word() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Place> place() {
        return Optional.<Place>ofNullable(
                switch (type) {
                    case NONE -> null;
                    case MACHINE -> machine;
                    case HEROKU -> heroku;
                    case AWS -> aws;
                });
    }

    Bounds bounds() {
        return new Bounds(min, max);
    }

    ScalingTerms terms() {
        return isOff()
                ? ScalingTerms.NONE
                : new ScalingTerms(
                        word(),
                        type == Type.AWS ? Tracker.CLOUD : Tracker.WE,
                        bounds(),
                        rule(),
                        prewarm == null ? Prewarm.NONE : prewarm.toRule(),
                        time(look, ScalingTerms.NONE.rest()));
    }

    private ScalingRule rule() {
        ScalingRule usual = ScalingRule.USUAL;
        return new ScalingRule(
                each == null ? usual.each() : each.toTargets(),
                time(out, usual.out()),
                time(in, usual.in()),
                usual(slack, usual.slack()));
    }

    InstanceScaling open(ScalingPlans plans, InstantSource clock) {
        return place().<InstanceScaling>map(place -> place.open(plans, clock))
                .orElseGet(NoScaling::new);
    }

    /// Without a type nothing is scaled.
    static ScalingSettings of(@Nullable ScalingSettings said) {
        return Objects.requireNonNullElse(said, NONE);
    }
}
