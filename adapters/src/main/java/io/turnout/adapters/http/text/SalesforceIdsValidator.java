package io.turnout.adapters.http.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every element is an id and no two name the same record, in whichever of its two forms.
public final class SalesforceIdsValidator implements ConstraintValidator<SalesforceId, List<?>> {
    @Override
    public boolean isValid(@Nullable List<?> values, ConstraintValidatorContext context) {
        if (values == null) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        for (Object value : values) {
            Optional<String> id =
                    value instanceof String text
                            ? SalesforceIdValidator.complete(text)
                            : Optional.empty();
            if (id.isEmpty() || !seen.add(id.get())) {
                return false;
            }
        }
        return true;
    }
}
