package io.turnout.application.setting;

/// What can be asked about settings.
public record SettingUseCases(
        ShowSettings show,
        ProposeChange propose,
        ListProposals list,
        ShowProposal showOne,
        JudgeProposal judge,
        RestoreSettings restore,
        DriveChanges drive,
        TryProposal tryOut,
        ReportInstance report) {
    public static SettingUseCases over(SettingPorts ports) {
        return new SettingUseCases(
                new ShowSettings(ports),
                new ProposeChange(ports),
                new ListProposals(ports.proposals()),
                new ShowProposal(ports.proposals()),
                new JudgeProposal(ports.proposals()),
                new RestoreSettings(ports),
                new DriveChanges(ports),
                new TryProposal(ports.proposals(), ports.rehearsals()),
                new ReportInstance(ports.reports()));
    }
}
