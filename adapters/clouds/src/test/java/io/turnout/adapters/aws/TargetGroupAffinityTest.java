package io.turnout.adapters.aws;

import io.turnout.application.scaling.SessionAffinity;
import io.turnout.application.scaling.SessionAffinityContract;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

@NeedsMoto
class TargetGroupAffinityTest extends SessionAffinityContract {
    private final ElasticLoadBalancingV2Client balancer =
            AwsTrial.place().client(ElasticLoadBalancingV2Client.builder());
    private final SessionAffinity affinity = new TargetGroupAffinity(balancer, targetGroup());
    private boolean unknown;

    private String targetGroup() {
        return balancer.createTargetGroup(
                        one ->
                                one.name(AwsTrial.fresh())
                                        .protocol("HTTP")
                                        .port(8080)
                                        .vpcId(Moto.network()))
                .targetGroups()
                .getFirst()
                .targetGroupArn();
    }

    @Override
    protected SessionAffinity affinity() {
        return unknown ? new TargetGroupAffinity(balancer, gone()) : affinity;
    }

    private static String gone() {
        return "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/gone/0123456789";
    }

    @Override
    protected Set<Fault> faults() {
        return Set.of(Fault.values());
    }

    @Override
    protected void strike(Fault fault) {
        unknown = fault == Fault.UNKNOWN;
        if (!unknown) {
            Moto.proxy().strike(fault);
        }
    }

    @Override
    protected void heal() {
        unknown = false;
        Moto.proxy().heal();
    }
}
