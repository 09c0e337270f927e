package io.turnout.application.flags;

/// What can be asked about flags.
public record FlagUseCases(
        ListFlags list,
        ShowFlags show,
        ExplainFlags explain,
        ChangeFlags change,
        ShowApplied applied,
        ShowDrift drift,
        FollowOverlay follow) {
    public static FlagUseCases over(FlagPorts ports) {
        return new FlagUseCases(
                new ListFlags(ports),
                new ShowFlags(ports.overlay()),
                new ExplainFlags(ports),
                new ChangeFlags(ports),
                new ShowApplied(ports.acknowledgements()),
                new ShowDrift(ports.news()),
                new FollowOverlay(ports));
    }
}
