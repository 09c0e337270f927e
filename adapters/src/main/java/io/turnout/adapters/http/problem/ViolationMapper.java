package io.turnout.adapters.http.problem;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/// Bodies are validated as they are read. What Jersey would validate beside that is our own
/// mistake; this mapper stands before Jersey's, which answers in plain text.
public final class ViolationMapper implements ExceptionMapper<ValidationException> {
    private final FailureMapper failures = new FailureMapper();

    @Override
    public Response toResponse(ValidationException failure) {
        return failures.toResponse(failure);
    }
}
