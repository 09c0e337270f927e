package io.turnout.adapters.http.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an operator may do, in the words of the sign-in service.
public enum Role {
    VIEWER,
    RELEASER,
    OPERATOR,
    CONFIG_AUTHOR,
    CONFIG_APPROVER,
    SECURITY_ADMIN,
    AUDITOR;

    /// The names of those roles that open a path; annotations take constants only.
    static final String MAY_READ = "viewer";

    static final String MAY_ACT = "operator";

    static final String MAY_RELEASE = "releaser";

    static final String MAY_SECURE = "security-admin";

    static final String MAY_AUDIT = "auditor";

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
