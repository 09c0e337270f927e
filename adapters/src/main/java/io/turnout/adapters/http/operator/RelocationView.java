package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.homing.Errand;
import io.turnout.domain.relocation.Moved;
import io.turnout.domain.relocation.Proof;
import io.turnout.domain.relocation.Relocation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A move of an org, how far it is, and what that means. `provenRows` is how many rows of both
/// stacks were compared before it moved, `proof` a hash of what they said, `compared` how many were
/// compared while nobody could write.
public record RelocationView(
        String id,
        String org,
        String from,
        String to,
        String state,
        String askedBy,
        String askedAt,
        String changedAt,
        List<StepView> steps,
        @Nullable Long pauseMillis,
        @Nullable Integer compared,
        @Nullable Long provenRows,
        @Nullable String proof,
        @Nullable String reason,
        String message)
        implements View {
    /// When a step began, and how many rows were copied and left to copy again.
    public record StepView(String phase, String at, long rows, long backlog) {
        static StepView of(Relocation.Step step) {
            return new StepView(
                    Spelling.of(step.phase()), step.at().toString(), step.rows(), step.backlog());
        }
    }

    /// Whether it is under way, or waits to be.
    public boolean open() {
        return state.equals("asked") || state.equals("moving");
    }

    /// The flag that wants it, where no person asked for it.
    public Optional<String> flag() {
        return askedBy.startsWith(Errand.BY_FLAG)
                ? Optional.of(askedBy.substring(Errand.BY_FLAG.length()))
                : Optional.empty();
    }

    public static RelocationView of(Relocation one) {
        Optional<Moved.There> there = one.outcome().flatMap(RelocationView::there);
        Optional<Proof> proof = there.flatMap(Moved.There::proof);
        Optional<Moved.Stayed> stayed = one.outcome().flatMap(RelocationView::stayed);
        return new RelocationView(
                one.id().toString(),
                one.org().value(),
                one.order().from().value(),
                one.order().to().value(),
                Spelling.of(one.state()),
                one.order().askedBy(),
                one.askedAt().toString(),
                one.changedAt().toString(),
                one.steps().stream().map(StepView::of).toList(),
                there.map(moved -> moved.pause().toMillis()).orElse(null),
                there.map(Moved.There::compared).orElse(null),
                proof.map(Proof::rows).orElse(null),
                proof.map(Proof::hash).orElse(null),
                stayed.map(why -> Spelling.of(why.why())).orElse(null),
                message(one));
    }

    private static Optional<Moved.There> there(Moved outcome) {
        return outcome instanceof Moved.There there ? Optional.of(there) : Optional.empty();
    }

    private static Optional<Moved.Stayed> stayed(Moved outcome) {
        return outcome instanceof Moved.Stayed stayed ? Optional.of(stayed) : Optional.empty();
    }

    private static String message(Relocation one) {
        return switch (one.state()) {
            case ASKED -> "An instance will begin within a second or two.";
            case MOVING ->
                    one.steps().isEmpty()
                            ? "It has begun."
                            : RelocationWords.of(one.steps().getLast().phase());
            case MOVED ->
                    "The organisation is at home at "
                            + one.order().to()
                            + ". It can be rolled back with all that is written there.";
            case COMPLETED -> "It moved, and nothing is journalled any more for the way back.";
            case STAYED ->
                    one.outcome()
                            .flatMap(RelocationView::stayed)
                            .map(stayed -> RelocationWords.of(stayed.why(), stayed.detail()))
                            .orElse("");
        };
    }
}
