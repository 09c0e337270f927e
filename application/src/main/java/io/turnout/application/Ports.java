package io.turnout.application;

import io.turnout.application.attendeelink.LinkPorts;
import io.turnout.application.audit.AuditTrail;
import io.turnout.application.checkout.CheckoutPorts;
import io.turnout.application.connection.ConnectionPorts;
import io.turnout.application.erasure.ErasurePorts;
import io.turnout.application.flags.FlagPorts;
import io.turnout.application.hosting.VanityHosts;
import io.turnout.application.licensing.Licenses;
import io.turnout.application.limiting.Allowances;
import io.turnout.application.media.MediaStorage;
import io.turnout.application.operator.OperatorSessions;
import io.turnout.application.org.Orgs;
import io.turnout.application.privacy.ManageTokens;
import io.turnout.application.publishing.EventPages;
import io.turnout.application.registration.IdSource;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.application.relocation.RelocationPorts;
import io.turnout.application.retention.RetentionPorts;
import io.turnout.application.rollout.RolloutPorts;
import io.turnout.application.scaling.ScalingPorts;
import io.turnout.application.setting.SettingPorts;
import io.turnout.application.waitingroom.WaitingPorts;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/// Everything the use cases need of the outside.
public record Ports(
        Orgs orgs,
        RegistrationBook book,
        EventPages pages,
        Licenses licenses,
        Outbound outbound,
        ManageTokens tokens,
        IdSource ids,
        Inbound inbound,
        ConnectionPorts connections,
        Allowances allowances,
        VanityHosts hosts,
        WaitingPorts waiting,
        CheckoutPorts checkouts,
        LinkPorts links,
        AuditTrail audit,
        ErasurePorts erasure,
        RetentionPorts retention,
        FlagPorts flags,
        RolloutPorts rollouts,
        OperatorSessions sessions,
        SettingPorts settings,
        MediaStorage media,
        ScalingPorts scaling,
        RelocationPorts relocations) {
    /// The same, but with another one of a kind.
    ///
    /// @throws IllegalArgumentException when no port is declared as that kind
    public <P> Ports with(Class<P> kind, P other) {
        RecordComponent[] all = Ports.class.getRecordComponents();
        if (Stream.of(all).noneMatch(one -> one.getType() == kind)) {
            throw new IllegalArgumentException("no port is a " + kind.getSimpleName());
        }
        try {
            Object[] ports = new Object[all.length];
            for (int i = 0; i < all.length; i++) {
                ports[i] = all[i].getType() == kind ? other : all[i].getAccessor().invoke(this);
            }
            Class<?>[] kinds =
                    Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Ports.class.getDeclaredConstructor(kinds).newInstance(ports);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record is made of its components", e);
        }
    }
}
