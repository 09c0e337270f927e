package io.turnout.adapters.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.junit.jupiter.api.Test;

/// Under load the server gives up on a form that comes slower than its least rate, while somebody
/// reads it. However deep that stands in what is thrown, it is the sender's and no bug of ours.
class SlowFormTest {
    private static int answered(Throwable failure) {
        return new FailureMapper().toResponse(failure).getStatus();
    }

    @Test
    void a_body_that_comes_too_slowly_is_408_and_one_that_is_broken_400() {
        RuntimeException slow = new HttpException.RuntimeException(408, "data rate < 50");
        RuntimeException broken = new HttpException.RuntimeException(400, "Early EOF");

        for (Throwable failure :
                List.of(slow, new ProcessingException(slow), new IOException(slow))) {
            assertThat(answered(failure)).isEqualTo(408);
        }
        assertThat(answered(new ProcessingException(broken))).isEqualTo(400);
        assertThat(answered(new IllegalStateException("ours"))).isEqualTo(500);
    }
}
