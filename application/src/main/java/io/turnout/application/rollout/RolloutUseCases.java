package io.turnout.application.rollout;

/// What can be asked about rollouts.
public record RolloutUseCases(
        ListRollouts list,
        ShowRollout show,
        ShowHistory history,
        PreviewWave preview,
        ShowCalendar calendar,
        DraftPlan draft,
        ChangePlan change,
        AdvanceRollouts advance,
        ListOrgProfiles profiles,
        KeepOrgProfile keepProfile,
        ChooseForOrg choose,
        PlanFreeze freeze,
        LiftFreeze unfreeze,
        LearnZones learnZones,
        CountTraffic count,
        NoteRequest note,
        KeepHealth keepHealth) {
    public static RolloutUseCases over(RolloutPorts ports) {
        return new RolloutUseCases(
                new ListRollouts(ports.rollouts()),
                new ShowRollout(ports),
                new ShowHistory(ports.rollouts()),
                new PreviewWave(ports),
                new ShowCalendar(ports),
                new DraftPlan(ports.rollouts()),
                new ChangePlan(ports),
                new AdvanceRollouts(ports),
                new ListOrgProfiles(ports.profiles()),
                new KeepOrgProfile(ports.profiles(), ports.trail()),
                new ChooseForOrg(ports),
                new PlanFreeze(ports.freezes()),
                new LiftFreeze(ports.freezes()),
                new LearnZones(ports.profiles(), ports.zones()),
                new CountTraffic(ports.calendars()),
                new NoteRequest(ports.health()),
                new KeepHealth(ports.health()));
    }
}
