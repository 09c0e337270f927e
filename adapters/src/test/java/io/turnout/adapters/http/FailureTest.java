package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.problem;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.registration.Undecided;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final BrokenBook BOOK = new BrokenBook();
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard(), BOOK::in);

    private final Fair fair = Fair.open(HOUSE.memory, new Seats.Unlimited());

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void what_is_undecided_says_why_and_when_to_ask_again() {
        Map<Undecided.Cause, String> slugs =
                Map.of(
                        Undecided.Cause.OVERLOADED, "overloaded",
                        Undecided.Cause.STORAGE_UNAVAILABLE, "storage-unavailable",
                        Undecided.Cause.OUTCOME_UNKNOWN, "outcome-unknown",
                        Undecided.Cause.OVER_SHARE, "rate-limited",
                        Undecided.Cause.RELOCATING, "relocating");

        for (Undecided.Cause cause : Undecided.Cause.values()) {
            BOOK.answers(cause);
            HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));
            refused(
                    answer,
                    cause == Undecided.Cause.OVER_SHARE ? 429 : 503,
                    slugs.getOrDefault(cause, "?"));
            assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")))
                    .isBetween(1, 11);
        }
    }

    @Test
    void holds_cancellations_and_releases_are_undecided_alike() {
        BOOK.answers(Undecided.Cause.OVERLOADED);
        String lines = "{\"lines\":[{\"item\":\"%s\",\"quantity\":1}]}".formatted(Fair.TICKET);

        refused(HOUSE.post(fair.holds(), "k", lines), 503, "overloaded");
        refused(delete("/v1/orgs/" + fair.org() + "/registrations/"), 503, "overloaded");
        refused(delete(fair.holds() + "/"), 503, "overloaded");
    }

    @Test
    void a_storage_that_breaks_is_unavailable_however_deep_its_exception_lies() {
        SQLException away = new SQLException("connection refused to ada@example.com", "08001");
        BOOK.breaks(() -> new RuntimeException(new IllegalStateException(away)));
        try (LogLines log = failures()) {
            HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));

            refused(answer, 503, "storage-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(log.all()).hasSize(1);
            assertThat(log.all().getFirst()).contains("08001").doesNotContain("ada@");
        }
    }

    @Test
    void key_management_that_is_away_is_unavailable_and_no_bug() {
        BOOK.breaks(() -> new UncheckedIOException(new IOException("no answer")));
        try (LogLines log = failures()) {
            HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));

            refused(answer, 503, "storage-unavailable");
            assertThat(log.all()).singleElement().asString().contains("is away");
        }
    }

    @Test
    void many_who_are_turned_away_are_told_when_to_come_and_logged_in_one_line() {
        SQLException tooMany = new SQLTransientConnectionException("too many", "08001");
        BOOK.breaks(() -> new RuntimeException(tooMany));
        try (LogLines log = failures()) {
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> answer =
                        HOUSE.post(fair.registrations(), "k", Fair.one("ada"));

                refused(answer, 503, "overloaded");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(log.all()).hasSize(1);
            assertThat(log.all().getFirst()).contains("too many read").doesNotContain("\n");
        }
    }

    @Test
    void a_bug_is_a_500_that_is_logged_once_and_names_nobody() {
        BOOK.breaks(FailureTest::quoting);
        try (LogLines log = failures()) {
            HttpResponse<String> answer = HOUSE.post(fair.registrations(), "k", Fair.one("ada"));

            JsonNode problem = problem(answer);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(problem.path("type").asText()).isEqualTo("about:blank");
            assertThat(answer.body()).doesNotContain("ada");
            assertThat(log.all()).hasSize(1);
            assertThat(log.all().getFirst())
                    .contains("NoSuchElementException")
                    .contains("FailureTest")
                    .doesNotContain("ada@");
        }
    }

    /// As a library would, which quotes what it was given.
    private static RuntimeException quoting() {
        RuntimeException quoting = new NoSuchElementException("no row for ada@example.com");
        StackTraceElement[] ours = quoting.getStackTrace();
        StackTraceElement[] theirs = Arrays.copyOf(ours, ours.length + 1);
        System.arraycopy(ours, 0, theirs, 1, ours.length);
        theirs[0] = new StackTraceElement("org.library.Rows", "find", "Rows.java", 1);
        quoting.setStackTrace(theirs);
        return quoting;
    }

    private HttpResponse<String> delete(String parent) {
        UUID id = new UUID(0x7000L, Long.MIN_VALUE);
        String token = HOUSE.memory.ports().tokens().of(fair.org(), id);
        return HOUSE.send(
                HOUSE.request(parent + id).header("Authorization", "Bearer " + token).DELETE());
    }

    private static LogLines failures() {
        return new LogLines("io.turnout.adapters.http.problem.FailureMapper");
    }
}
