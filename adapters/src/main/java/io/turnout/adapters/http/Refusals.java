package io.turnout.adapters.http;

import io.turnout.adapters.http.lane.Excess;
import io.turnout.adapters.http.problem.Correlation;
import io.turnout.adapters.http.problem.FullRoom;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Undecided;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The *no*s that registrations and holds share, in the words of the contract.
final class Refusals {
    private Refusals() {}

    /// The key of a request, of which there is exactly one.
    ///
    /// @throws jakarta.ws.rs.WebApplicationException when there is none, or none that can be kept
    static IdempotencyKey key(@Nullable List<String> given) {
        if (given == null || given.isEmpty() || given.getFirst().isEmpty()) {
            throw Problem.of(
                            ProblemType.IDEMPOTENCY_KEY_MISSING,
                            "send a new one for each new request, and the same to repeat it")
                    .toException();
        }
        try {
            if (given.size() == 1) {
                return new IdempotencyKey(given.getFirst());
            }
        } catch (IllegalArgumentException refused) {
            // Falls through to the one answer for every unusable key.
        }
        throw Problem.of(
                        ProblemType.MALFORMED,
                        "one Idempotency-Key of 1 to 255 visible ASCII characters")
                .toException();
    }

    static Response keyReused() {
        return Problem.response(
                ProblemType.IDEMPOTENCY_KEY_REUSE, "it was sent before with another body or event");
    }

    static Response full(RoomId room, int remaining) {
        return Problem.soldOut(FullRoom.of(room, remaining)).toResponse();
    }

    static Response linkUsed() {
        return Problem.response(
                ProblemType.LINK_USED, "open it to see the registration, which stays as it is");
    }

    static Response nothingOffered() {
        return Problem.response(
                ProblemType.NOTHING_OFFERED,
                "it still waits, its offer ran out, or it is cancelled");
    }

    static Response erased() {
        return Problem.response(
                ProblemType.ERASED, "whoever was registered with this key wished to be forgotten");
    }

    static Response unlicensed() {
        return Problem.response(
                ProblemType.LICENSE_INACTIVE, "its organiser can have the licence renewed");
    }

    static Response closed() {
        return Problem.response(ProblemType.EVENT_CLOSED, "the event is over or was withdrawn");
    }

    static Response unknown(String what) {
        return Problem.response(ProblemType.NOT_FOUND, "no such " + what);
    }

    static Response unknownChoice(String field) {
        return Problem.invalid(field, "the event has no such choice").toResponse();
    }

    /// Nothing was decided for somebody who asks more than they may.
    static Response excess(Excess excess) {
        Response answer = Problem.response(ProblemType.RATE_LIMITED, excess.detail());
        excess.headers(Correlation.current()).forEach(answer.getHeaders()::putSingle);
        return answer;
    }

    static Response undecided(Undecided undecided) {
        return switch (undecided.cause()) {
            case OVERLOADED -> Problem.response(ProblemType.OVERLOADED, "nothing was kept");
            case OVER_SHARE ->
                    Problem.response(
                            ProblemType.RATE_LIMITED, "very many ask this organisation now");
            case STORAGE_UNAVAILABLE ->
                    Problem.response(ProblemType.STORAGE_UNAVAILABLE, "nothing was kept");
            case OUTCOME_UNKNOWN ->
                    Problem.response(ProblemType.OUTCOME_UNKNOWN, "it may have been kept");
            case RELOCATING -> Problem.response(ProblemType.RELOCATING, "nothing was kept");
        };
    }
}
