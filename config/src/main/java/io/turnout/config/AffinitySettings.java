package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.adapters.aws.AwsPlace;
import io.turnout.adapters.aws.TargetGroupAffinity;
import io.turnout.adapters.heroku.HerokuSessionAffinity;
import io.turnout.adapters.machine.BalancerAffinity;
import io.turnout.application.memory.MemorySessionAffinity;
import io.turnout.application.scaling.Front;
import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.scaling.AffinityPolicy;
import jakarta.validation.Valid;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/// Whether whatever stands before the instances sends a visitor to the same one again. Nothing
/// rests on it: a checkout goes on wherever it arrives.
///
/// @param policy left out, it is as whoever set up the front has it
/// @param file what nginx includes where it names our instances, for `machine`
/// @param heroku the app whose router it is
/// @param aws the load balancer's target group
@SelfValidating
public record AffinitySettings(
        @JsonProperty(required = true) Type type,
        @Nullable AffinityPolicy policy,
        @Nullable String file,
        @Valid @Nullable HerokuSettings heroku,
        @Valid @Nullable Aws aws) {
    static final AffinitySettings NONE = new AffinitySettings(Type.NONE, null, null, null, null);

    /// What stands before the instances.
    public enum Type {
        NONE,
        MACHINE,
        HEROKU,
        AWS
    }

    /// A target group.
    ///
    /// @param targetGroup its ARN
    public record Aws(@Valid @Nullable AwsSettings place, @Nullable String targetGroup) {
        private Optional<SessionAffinity> open() {
            if (place == null || targetGroup == null || targetGroup.isBlank()) {
                return Optional.empty();
            }
            AwsPlace there = place.open();
            return Optional.of(
                    new TargetGroupAffinity(
                            there.client(ElasticLoadBalancingV2Client.builder()), targetGroup));
        }
    }

    @SelfValidation
    public void thePlaceIsNamed(ViolationCollector violations) {
        if (decided() != AffinityPolicy.AS_IT_IS && opened(Wiring.clock()).isEmpty()) {
            violations.addViolation(
                    "affinity: a policy needs a front: with type "
                            + type.name().toLowerCase(Locale.ROOT)
                            + " nobody knows which it is");
        }
    }

    AffinityPolicy decided() {
        return policy == null ? AffinityPolicy.AS_IT_IS : policy;
    }

    SessionAffinity open(InstantSource clock) {
        return opened(clock).orElseGet(MemorySessionAffinity::new);
    }

    Front front(InstantSource clock) {
        return new Front(open(clock), decided());
    }

    private Optional<SessionAffinity> opened(InstantSource clock) {
        return switch (type) {
            case NONE -> Optional.empty();
            case MACHINE ->
                    Optional.ofNullable(file)
                            .filter(Named::all)
                            .map(name -> new BalancerAffinity(Path.of(name)));
            case HEROKU ->
                    Optional.ofNullable(heroku)
                            .filter(HerokuSettings::isNamed)
                            .map(account -> new HerokuSessionAffinity(account.open(clock)));
            case AWS -> Optional.ofNullable(aws).flatMap(Aws::open);
        };
    }
}
