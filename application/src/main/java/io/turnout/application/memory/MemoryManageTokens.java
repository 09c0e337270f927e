package io.turnout.application.memory;

import io.turnout.application.privacy.ManageTokens;
import io.turnout.domain.org.OrgId;
import java.util.UUID;

/// Tokens anyone can guess: for tests and for looking around, never for real visitors.
public final class MemoryManageTokens implements ManageTokens {
    @Override
    public String of(OrgId org, UUID subject) {
        return "token-" + org + "-" + subject;
    }

    @Override
    public boolean matches(OrgId org, UUID subject, String token) {
        return of(org, subject).equals(token);
    }
}
