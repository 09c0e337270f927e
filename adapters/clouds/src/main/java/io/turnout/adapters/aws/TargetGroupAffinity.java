package io.turnout.adapters.aws;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.domain.cloud.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/// Stickiness of a target group: the load balancer's own cookie, for an hour. A target that is
/// unhealthy or draining is left, and the visitor gets another cookie.
public final class TargetGroupAffinity implements SessionAffinity {
    private static final String ENABLED = "stickiness.enabled";
    private static final Map<String, String> HOW =
            Map.of(
                    "stickiness.type", "lb_cookie",
                    "stickiness.lb_cookie.duration_seconds", "3600");

    private final ElasticLoadBalancingV2Client balancer;
    private final String targetGroup;

    /// @param targetGroup its ARN
    public TargetGroupAffinity(ElasticLoadBalancingV2Client balancer, String targetGroup) {
        this.balancer = balancer;
        this.targetGroup = targetGroup;
    }

    @Override
    public Answer<Boolean> isOn() {
        return Asked.of(
                () ->
                        isOn(
                                balancer.describeTargetGroupAttributes(
                                                request -> request.targetGroupArn(targetGroup))
                                        .attributes()));
    }

    @Override
    public Answer<Boolean> turn(boolean on) {
        List<TargetGroupAttribute> wanted =
                HOW.entrySet().stream()
                        .map(one -> attribute(one.getKey(), one.getValue()))
                        .collect(Collectors.toList());
        wanted.add(attribute(ENABLED, Boolean.toString(on)));
        return Asked.of(
                        () ->
                                balancer.modifyTargetGroupAttributes(
                                        request ->
                                                request.targetGroupArn(targetGroup)
                                                        .attributes(wanted)))
                .then(_ -> isOn());
    }

    private static TargetGroupAttribute attribute(String key, String value) {
        return TargetGroupAttribute.builder().key(key).value(value).build();
    }

    private static boolean isOn(List<TargetGroupAttribute> attributes) {
        return attributes.stream()
                .anyMatch(one -> one.key().equals(ENABLED) && one.value().equals("true"));
    }

    @Override
    public Set<String> cookies() {
        return Set.of("AWSALB", "AWSALBCORS");
    }
}
