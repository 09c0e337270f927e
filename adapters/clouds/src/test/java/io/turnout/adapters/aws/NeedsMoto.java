package io.turnout.adapters.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tests that ask an AWS. They run wherever there is a `moto_server`; elsewhere the run says loudly
/// that they did not.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsMoto.Condition.class)
@interface NeedsMoto {
    /// Whether there is one.
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Moto.isThere()) {
                return ConditionEvaluationResult.enabled("moto_server is on the PATH");
            }
            System.out.println(
                    "NOT RUN: "
                            + context.getDisplayName()
                            + ": no moto_server on the PATH; install Python's moto[server]");
            return ConditionEvaluationResult.disabled("no moto_server");
        }
    }
}
