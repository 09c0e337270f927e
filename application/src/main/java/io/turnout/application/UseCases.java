package io.turnout.application;

import io.turnout.application.attendeelink.LinkUseCases;
import io.turnout.application.attendeelink.MintUseCases;
import io.turnout.application.audit.AuditUseCases;
import io.turnout.application.checkout.CheckoutUseCases;
import io.turnout.application.connection.ConnectionUseCases;
import io.turnout.application.erasure.ErasureUseCases;
import io.turnout.application.flags.FlagUseCases;
import io.turnout.application.homing.BringOrgsHome;
import io.turnout.application.hosting.HostUseCases;
import io.turnout.application.licensing.GrantLicense;
import io.turnout.application.media.MediaUseCases;
import io.turnout.application.operator.SessionUseCases;
import io.turnout.application.org.WelcomeOrg;
import io.turnout.application.publishing.ListEvents;
import io.turnout.application.publishing.PublishEvent;
import io.turnout.application.publishing.ShowEvent;
import io.turnout.application.registration.AcceptOffer;
import io.turnout.application.registration.CancelRegistration;
import io.turnout.application.registration.ExpireHolds;
import io.turnout.application.registration.HoldSeats;
import io.turnout.application.registration.RecallHold;
import io.turnout.application.registration.RecallRegistration;
import io.turnout.application.registration.RegisterAttendees;
import io.turnout.application.registration.RehearseRegistration;
import io.turnout.application.registration.ReleaseHold;
import io.turnout.application.registration.ShowRegistration;
import io.turnout.application.registration.TendLines;
import io.turnout.application.relocation.RelocationUseCases;
import io.turnout.application.retention.RetentionUseCases;
import io.turnout.application.rollout.RolloutUseCases;
import io.turnout.application.scaling.ScalingUseCases;
import io.turnout.application.setting.SettingUseCases;
import io.turnout.application.waitingroom.Usher;
import io.turnout.application.waitingroom.WaitingUseCases;
import io.turnout.domain.waitingroom.RoomRule;

/// Everything the house can be asked.
public record UseCases(
        WelcomeOrg welcomeOrg,
        ListEvents listEvents,
        ShowEvent showEvent,
        PublishEvent publishEvent,
        GrantLicense grantLicense,
        RegisterAttendees registerAttendees,
        RecallRegistration recallRegistration,
        RehearseRegistration rehearseRegistration,
        ShowRegistration showRegistration,
        CancelRegistration cancelRegistration,
        HoldSeats holdSeats,
        RecallHold recallHold,
        ReleaseHold releaseHold,
        ExpireHolds expireHolds,
        AcceptOffer acceptOffer,
        TendLines tendLines,
        OutboundUseCases outbound,
        InboundUseCases inbound,
        ConnectionUseCases connections,
        HostUseCases hosts,
        WaitingUseCases waiting,
        CheckoutUseCases checkouts,
        LinkUseCases links,
        MintUseCases minting,
        AuditUseCases audit,
        ErasureUseCases erasure,
        RetentionUseCases retention,
        FlagUseCases flags,
        RolloutUseCases rollouts,
        SessionUseCases sessions,
        SettingUseCases settings,
        MediaUseCases media,
        ScalingUseCases scaling,
        RelocationUseCases relocations,
        BringOrgsHome bringOrgsHome) {
    public static UseCases over(Ports ports, DeliveryRules rules) {
        return over(ports, rules, RoomRule.USUAL);
    }

    public static UseCases over(Ports ports, DeliveryRules rules, RoomRule roomRule) {
        Usher usher = new Usher(ports.waiting(), ports.flags().decisions());
        return new UseCases(
                new WelcomeOrg(ports.orgs()),
                new ListEvents(ports.pages()),
                new ShowEvent(ports.pages()),
                new PublishEvent(ports.pages()),
                new GrantLicense(ports.licenses()),
                new RegisterAttendees(ports.book(), usher),
                new RecallRegistration(ports.book()),
                new RehearseRegistration(ports.book()),
                new ShowRegistration(ports.book()),
                new CancelRegistration(ports.book()),
                new HoldSeats(ports.book(), usher),
                new RecallHold(ports.book()),
                new ReleaseHold(ports.book()),
                new ExpireHolds(ports.book()),
                new AcceptOffer(ports.book()),
                new TendLines(ports.book()),
                OutboundUseCases.over(ports.outbound(), rules, ports.flags().decisions()),
                InboundUseCases.over(ports),
                ConnectionUseCases.over(ports.connections(), ports.orgs(), ports.audit()),
                HostUseCases.over(ports.hosts(), ports.audit()),
                WaitingUseCases.over(
                        ports.waiting(),
                        ports.pages(),
                        roomRule,
                        ports.flags().decisions(),
                        ports.audit()),
                CheckoutUseCases.over(ports.checkouts(), ports.flags().decisions()),
                LinkUseCases.over(ports.links(), ports.book()),
                MintUseCases.over(
                        ports.links(),
                        ports.outbound().reach().records(),
                        ports.outbound().renewal(),
                        ports.hosts()),
                AuditUseCases.over(ports.audit(), ports.retention().management()),
                ErasureUseCases.over(ports.erasure(), ports.book(), ports.audit()),
                RetentionUseCases.over(ports.retention(), ports.audit()),
                FlagUseCases.over(ports.flags()),
                RolloutUseCases.over(ports.rollouts()),
                SessionUseCases.over(ports.sessions(), ports.audit()),
                SettingUseCases.over(ports.settings()),
                MediaUseCases.over(ports.media()),
                ScalingUseCases.over(ports.scaling(), ports.waiting().rooms(), ports.audit()),
                RelocationUseCases.over(ports.relocations()),
                new BringOrgsHome(
                        ports.flags(), ports.rollouts(), ports.relocations(), ports.ids()));
    }
}
