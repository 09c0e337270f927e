package io.turnout.adapters.http.wire;

import io.turnout.adapters.http.problem.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// What the validator found, in a stable order. Every message is a constant of ours.
final class Violations {
    private static final int SHOWN_MAX = 50;
    private static final String ELEMENT = ".<list element>";
    private static final Comparator<Violation> ORDER =
            Comparator.comparing(Violation::field).thenComparing(Violation::message);

    private Violations() {}

    static List<Violation> of(Set<? extends ConstraintViolation<?>> found) {
        return found.stream().map(Violations::of).sorted(ORDER).limit(SHOWN_MAX).toList();
    }

    private static Violation of(ConstraintViolation<?> found) {
        String path = found.getPropertyPath().toString();
        String field =
                path.endsWith(ELEMENT) ? path.substring(0, path.length() - ELEMENT.length()) : path;
        return new Violation(field, found.getMessage());
    }
}
