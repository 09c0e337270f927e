package io.turnout.adapters.http.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/// Checks `PlainText`. The messages are ours alone: nothing of the value gets into them.
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {
    private int max;

    @Override
    public void initialize(PlainText constraint) {
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        if (value.isBlank()) {
            return refuse(context, "must not be blank");
        }
        if (!Text.storable(value)) {
            return refuse(context, "has control characters or broken ones");
        }
        return Text.normal(value).length() <= max
                || refuse(context, "has more than " + max + " characters");
    }

    private static boolean refuse(ConstraintValidatorContext context, String message) {
        context.disableDefaultConstraintViolation();
        var _ = context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return false;
    }
}
