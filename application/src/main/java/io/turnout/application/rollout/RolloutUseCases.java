package io.turnout.application.rollout;

/// What can be asked about rollouts.
public record RolloutUseCases(
        ListRollouts list,
        ShowRollout show,
        PlotWave plot,
        ShowHistory history,
        PreviewPlan preview,
        ShowCalendar calendar,
        DraftPlan draft,
        ChangePlan change,
        AdvanceRollouts advance,
        ListOrgProfiles profiles,
        KeepOrgProfile keepProfile,
        ChooseForOrg choose,
        ShowOffers offers,
        PlanFreeze freeze,
        LiftFreeze unfreeze,
        LearnZones learnZones,
        CountTraffic count,
        NoteRequest note,
        KeepHealth keepHealth) {
    public static RolloutUseCases over(RolloutPorts ports) {
        return new RolloutUseCases(
                new ListRollouts(ports),
                new ShowRollout(ports),
                new PlotWave(ports),
                new ShowHistory(ports.rollouts()),
                new PreviewPlan(ports),
                new ShowCalendar(ports),
                new DraftPlan(ports.rollouts()),
                new ChangePlan(ports),
                new AdvanceRollouts(ports),
                new ListOrgProfiles(ports.profiles()),
                new KeepOrgProfile(ports.profiles(), ports.trail()),
                new ChooseForOrg(ports),
                new ShowOffers(ports),
                new PlanFreeze(ports.freezes()),
                new LiftFreeze(ports.freezes()),
                new LearnZones(ports.profiles(), ports.zones()),
                new CountTraffic(ports.calendars()),
                new NoteRequest(ports.health()),
                new KeepHealth(ports.health()));
    }
}
