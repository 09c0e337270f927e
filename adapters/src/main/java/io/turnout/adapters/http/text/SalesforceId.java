package io.turnout.adapters.http.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A Salesforce record id of 15 or 18 characters; or, on a list, ids that all differ.
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {SalesforceIdValidator.class, SalesforceIdsValidator.class})
public @interface SalesforceId {
    String message() default "is not a Salesforce record id";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
