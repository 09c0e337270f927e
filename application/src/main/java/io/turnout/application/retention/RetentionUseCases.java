package io.turnout.application.retention;

/// What can be asked about what was kept long enough.
public record RetentionUseCases(CountOverdue count, DeleteOverdue delete) {
    public static RetentionUseCases over(RetentionPorts ports) {
        return new RetentionUseCases(
                new CountOverdue(ports.retained(), ports.rule()),
                new DeleteOverdue(ports.retained(), ports.rule()));
    }
}
