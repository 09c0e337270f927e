package io.turnout.adapters.http.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import java.util.List;

/// Why a body was not read: broken JSON is malformed, a wrong field is invalid. Says where, and
/// never what stood there.
final class JsonRefusal {
    private static final int NAME_MAX = 40;
    private static final String UNNAMEABLE = "?";

    private JsonRefusal() {}

    static Problem of(JacksonException refusal) {
        if (refusal instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
            boolean unknown = mismatch instanceof UnrecognizedPropertyException;
            return Problem.invalid(
                    field(mismatch.getPath()),
                    unknown ? "there is no such field" : "is of the wrong type");
        }
        JsonLocation where = refusal.getLocation();
        String detail =
                where == null
                        ? "not the JSON object this path takes"
                        : "not the JSON object this path takes, seen at line "
                                + where.getLineNr()
                                + ", column "
                                + where.getColumnNr();
        return Problem.of(ProblemType.MALFORMED, detail);
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(nameable(step.getFieldName()));
            }
        }
        return field.toString();
    }

    /// Field names come from strangers too: only what looks like a name is repeated.
    private static String nameable(String name) {
        boolean plain =
                name.length() <= NAME_MAX
                        && name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
        return plain ? name : UNNAMEABLE;
    }
}
