package io.turnout.adapters.http.docs;

import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// What a method of a resource cannot say of itself: what it is for, how it answers, and which
/// *no*s to expect. `request` and `answer` name examples of the bodies.
public record Endpoint(
        String method,
        String path,
        String summary,
        Optional<String> request,
        int status,
        Optional<Answer> answer,
        List<ProblemType> refusals) {
    public Endpoint {
        refusals = List.copyOf(refusals);
    }

    /// The body of a *yes*: its type, and an example of it.
    public record Answer(Class<?> view, String example) {}
}
