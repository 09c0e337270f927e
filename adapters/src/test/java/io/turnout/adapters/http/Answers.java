package io.turnout.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/// Reads answers, and knows what every *no* must look like.
final class Answers {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Answers() {}

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + body, broken);
        }
    }

    /// The answer is the problem of that slug and status, complete and findable.
    static JsonNode problem(HttpResponse<String> answer, int status, String slug) {
        JsonNode problem = problem(answer);
        assertThat(problem.path("type").asText()).isEqualTo("urn:turnout:problem:" + slug);
        assertThat(answer.statusCode()).isEqualTo(status);
        return problem;
    }

    static void refused(HttpResponse<String> answer, int status, String slug) {
        assertThat(problem(answer, status, slug)).isNotEmpty();
    }

    /// The answer is some problem.
    static JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.body())
                .contains("application/problem+json");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .contains(problem.path("instance").asText());
        return problem;
    }
}
