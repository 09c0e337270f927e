package io.turnout.adapters.http.text;

import io.turnout.domain.org.RecordId;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks the domain whether an id is one.
public final class SalesforceIdValidator implements ConstraintValidator<SalesforceId, String> {
    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || complete(value).isPresent();
    }

    static Optional<String> complete(String value) {
        try {
            return Optional.of(RecordId.complete(value));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
