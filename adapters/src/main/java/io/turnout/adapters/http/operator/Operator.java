package io.turnout.adapters.http.operator;

import java.security.Principal;
import java.util.Set;

/// Who runs the house, and as what.
public record Operator(String subject, Set<Role> roles) implements Principal {
    public Operator {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return subject;
    }

    /// Whoever may act may also look.
    public boolean is(String word) {
        boolean acts = roles.contains(Role.OPERATOR);
        return roles.stream().anyMatch(role -> role.word().equals(word))
                || (word.equals(Role.MAY_ENTER) && !roles.isEmpty())
                || (acts && word.equals(Role.MAY_READ));
    }
}
