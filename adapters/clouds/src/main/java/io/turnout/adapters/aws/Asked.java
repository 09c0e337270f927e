package io.turnout.adapters.aws;

import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What AWS says, as a case.
final class Asked {
    private static final Duration LATER = Duration.ofSeconds(2);
    private static final int FORBIDDEN = 403;
    private static final int BROKEN = 500;

    private Asked() {}

    static <T> Answer<T> of(Supplier<T> call) {
        try {
            return new Answer.Done<>(call.get());
        } catch (AwsServiceException said) {
            return Answer.failed(failure(said));
        } catch (SdkException away) {
            return Answer.failed(new Failure.Unreachable(away.getClass().getSimpleName()));
        }
    }

    static Failure failure(AwsServiceException said) {
        String code = code(said);
        if (said.isThrottlingException() || code.contains("Throttl")) {
            return new Failure.Throttled(LATER);
        }
        if (said.statusCode() == FORBIDDEN || code.contains("AccessDenied")) {
            return new Failure.Denied(code);
        }
        if (code.contains("NotFound") || code.startsWith("NoSuch")) {
            return new Failure.Unknown(code);
        }
        return said.statusCode() >= BROKEN
                ? new Failure.Unreachable(code)
                : new Failure.Refused(code);
    }

    /// Never the message: it may quote a value.
    static String code(AwsServiceException said) {
        return said.awsErrorDetails() == null
                ? "status " + said.statusCode()
                : said.awsErrorDetails().errorCode();
    }
}
