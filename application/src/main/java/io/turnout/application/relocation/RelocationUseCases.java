package io.turnout.application.relocation;

/// What can be asked about moves of orgs.
public record RelocationUseCases(
        BeginRelocation begin,
        ListRelocations list,
        ShowRelocation show,
        ListStacks stacks,
        ShowHome home,
        ShowWhereabouts whereabouts,
        RollBackRelocation rollBack,
        CompleteRelocation complete,
        RunRelocations run) {
    public static RelocationUseCases over(RelocationPorts ports) {
        return new RelocationUseCases(
                new BeginRelocation(ports),
                new ListRelocations(ports.relocations()),
                new ShowRelocation(ports.relocations()),
                new ListStacks(ports),
                new ShowHome(ports),
                new ShowWhereabouts(ports.relocations()),
                new RollBackRelocation(ports),
                new CompleteRelocation(ports),
                new RunRelocations(ports, new MoveOrg(MoveRule.USUAL, ports.clock())::move));
    }
}
