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
    /// The same, but with another book.
    public Ports withBook(RegistrationBook other) {
        return new Ports(
                orgs,
                other,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The same, but with another way of what is owed to the orgs.
    public Ports withOutbound(Outbound other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                other,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The same, but with other connections.
    public Ports withConnections(ConnectionPorts other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                other,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The same, but forgetting by another rule, and with another copy of the ledger.
    public Ports withErasure(ErasurePorts other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                other,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The same, but scaled otherwise.
    public Ports withScaling(ScalingPorts other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                other,
                relocations);
    }

    /// The same, but with other links.
    public Ports withLinks(LinkPorts other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                other,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                relocations);
    }

    /// The same, but moving orgs otherwise.
    public Ports withRelocations(RelocationPorts other) {
        return new Ports(
                orgs,
                book,
                pages,
                licenses,
                outbound,
                tokens,
                ids,
                inbound,
                connections,
                allowances,
                hosts,
                waiting,
                checkouts,
                links,
                audit,
                erasure,
                retention,
                flags,
                rollouts,
                sessions,
                settings,
                media,
                scaling,
                other);
    }
}
