package io.turnout.adapters.heroku;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;

/// Heroku's Platform API, as one app sees it. Everybody who works on an account shares 4,500 calls
/// an hour, so the last of them are left to people.
public final class HerokuApi {
    private static final String ACCEPT = "application/vnd.heroku+json; version=3";
    private static final Duration REFILL = Duration.ofSeconds(60);
    private static final int READ_ATTEMPTS = 2;
    private static final int WORDS_MAX = 200;

    static final JsonMapper JSON = new JsonMapper();

    private final Account account;
    private final CallBudget budget;
    private final HttpClient client;

    /// Whose calls these are.
    ///
    /// @param app its name or id
    /// @param timeout for one attempt
    public record Account(URI api, String token, String app, Duration timeout) {
        /// The token is a secret.
        @Override
        public String toString() {
            return "Account[" + app + "]";
        }
    }

    public HerokuApi(Account account, InstantSource clock) {
        this.account = account;
        this.budget = new CallBudget(clock);
        this.client = HttpClient.newBuilder().connectTimeout(account.timeout()).build();
    }

    Answer<JsonNode> get(String path) {
        return repeated(request(path).GET().build());
    }

    /// A page of a list, newest first.
    Answer<JsonNode> newest(String path, int most) {
        String range = "version ..; order=desc,max=" + most;
        return repeated(request(path).header("Range", range).GET().build());
    }

    /// Not repeated: whoever got no answer must look before asking again.
    Answer<JsonNode> patch(String path, JsonNode body) {
        return once(
                request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(account.api().resolve("/apps/" + account.app() + "/" + path))
                .timeout(account.timeout())
                .header("Accept", ACCEPT)
                .header("Authorization", "Bearer " + account.token());
    }

    private Answer<JsonNode> repeated(HttpRequest request) {
        Answer<JsonNode> answer = once(request);
        for (int tried = 1; tried < READ_ATTEMPTS && isAway(answer); tried++) {
            answer = once(request);
        }
        return answer;
    }

    private static boolean isAway(Answer<JsonNode> answer) {
        return answer instanceof Answer.Failed<JsonNode>(Failure.Unreachable _);
    }

    private Answer<JsonNode> once(HttpRequest request) {
        Duration wait = budget.wait(1);
        if (wait.isPositive()) {
            return Answer.failed(new Failure.Throttled(wait));
        }
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            budget.learn(answer.headers().firstValueAsLong("RateLimit-Remaining"));
            JsonNode body = read(answer.body());
            return answer.statusCode() / 100 == 2
                    ? new Answer.Done<>(body)
                    : Answer.failed(failure(answer, body));
        } catch (IOException away) {
            return Answer.failed(new Failure.Unreachable(String.valueOf(away.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.failed(new Failure.Unreachable("stopped"));
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return NullNode.getInstance();
        }
    }

    /// What Heroku says, by its status; `message` is in English and tells no value.
    private static Failure failure(HttpResponse<String> answer, JsonNode body) {
        String words = body.path("message").asText("status " + answer.statusCode());
        String message = words.substring(0, Math.min(words.length(), WORDS_MAX));
        return switch (answer.statusCode()) {
            case 401, 402, 403 -> new Failure.Denied(message);
            case 404, 410 -> new Failure.Unknown(message);
            case 409 -> new Failure.Conflict(message);
            case 429 -> new Failure.Throttled(retryAfter(answer));
            case 500, 502, 503, 504 -> new Failure.Unreachable(message);
            default -> new Failure.Refused(message);
        };
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(REFILL);
    }
}
