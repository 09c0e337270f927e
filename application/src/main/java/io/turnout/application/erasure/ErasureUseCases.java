package io.turnout.application.erasure;

import io.turnout.application.audit.AuditTrail;
import io.turnout.application.registration.RegistrationBook;

/// What can be asked about forgetting.
public record ErasureUseCases(
        AskErasure ask,
        AskErasureByOperator askByOperator,
        RunErasures run,
        ShowErasure show,
        ReplayErasures replay,
        CopyLedger copy,
        VerifyErasures verify) {
    public static ErasureUseCases over(
            ErasurePorts ports, RegistrationBook book, AuditTrail trail) {
        return new ErasureUseCases(
                new AskErasure(ports.erasures(), ports.vault(), trail),
                new AskErasureByOperator(ports.erasures(), ports.vault()),
                new RunErasures(ports.erasures(), book, trail, ports.rule()),
                new ShowErasure(ports.erasures(), ports.vault()),
                new ReplayErasures(ports.erasures(), book, ports.copy()),
                new CopyLedger(ports.ledger(), ports.copy()),
                new VerifyErasures(ports.ledger(), ports.vault()));
    }
}
