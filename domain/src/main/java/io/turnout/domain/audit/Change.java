package io.turnout.domain.audit;

import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is about to be changed: of what, and each value that becomes another, before and after. Of
/// what nobody may read it is only told that it changes.
///
/// @param subject of which, by ids
/// @param told what changes, as it stands in the trail
public record Change(String action, Optional<OrgId> org, String subject, List<String> told) {
    private static final int VALUE_MAX = 64;
    private static final String NONE = "-";
    private static final String CUT = "..";

    public Change {
        told = List.copyOf(told);
    }

    public Change(String action, Optional<OrgId> org, String subject) {
        this(action, org, subject, List.of());
    }

    /// A value that may be read.
    public Change value(String name, Optional<?> before, Optional<?> after) {
        return before.equals(after)
                ? this
                : with(name + ": " + shown(before) + " > " + shown(after));
    }

    /// A value that may not.
    public Change secret(String name, Optional<?> before, Optional<?> after) {
        if (before.equals(after)) {
            return this;
        }
        String what = before.isEmpty() ? "set" : after.isEmpty() ? "removed" : "changed";
        return with(name + ": " + what);
    }

    private Change with(String more) {
        return new Change(
                action, org, subject, Stream.concat(told.stream(), Stream.of(more)).toList());
    }

    private static String shown(Optional<?> value) {
        return cut(value.map(Object::toString).orElse(NONE), VALUE_MAX);
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("[^ -?A-~]", "?");
        return plain.length() > most ? plain.substring(0, most - CUT.length()) + CUT : plain;
    }

    /// As it stands in the trail, before anything is done.
    public AuditEntry by(Hand hand) {
        String changes =
                told.isEmpty() ? "unchanged" : told.stream().collect(Collectors.joining("; "));
        String text = subject.isEmpty() ? changes : subject + " " + changes;
        return new AuditEntry(
                hand.actor(), action, org, cut(text, AuditEntry.TEXT_MAX), "asked", hand.request());
    }
}
