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
    public static final String MAY_READ = "viewer";

    public static final String MAY_ACT = "operator";

    public static final String MAY_SECURE = "security-admin";

    public static final String MAY_AUDIT = "auditor";

    public static final String MAY_RELEASE = "releaser";

    public static final String MAY_PROPOSE = "config-author";

    public static final String MAY_JUDGE = "config-approver";

    /// Any role at all.
    public static final String MAY_ENTER = "anybody";

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
