package io.turnout.adapters.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.turnout.adapters.http.problem.FullRoom;
import io.turnout.adapters.http.problem.PlaceInLine;
import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.problem.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// An example of every body and every *no*, put where readers look for it.
final class Examples {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CORRELATION = "019aab5e-6c00-7000-8000-0000000000ff";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String PROBLEM = "application/problem+json";

    private Examples() {}

    static void addTo(Operation operation, Endpoint endpoint) {
        endpoint.request().ifPresent(name -> media(operation, name).setExample(body(name)));
        ApiResponses responses = new ApiResponses();
        responses.addApiResponse(Integer.toString(endpoint.status()), yes(endpoint));
        endpoint.refusals().forEach(type -> add(responses, type));
        operation.setResponses(responses);
    }

    private static ApiResponse yes(Endpoint endpoint) {
        ApiResponse response = new ApiResponse().description("Done");
        return endpoint.answer()
                .map(answer -> response.content(new Content().addMediaType(JSON, media(answer))))
                .orElse(response);
    }

    private static MediaType media(Endpoint.Answer answer) {
        return new MediaType()
                .schema(new Schema<>().$ref(answer.view().getSimpleName()))
                .example(body(answer.example()));
    }

    private static MediaType media(Operation operation, String example) {
        Content taken = operation.getRequestBody().required(true).getContent();
        return Stream.of(JSON, LINES)
                .flatMap(type -> Stream.ofNullable(taken.get(type)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no JSON body is taken like " + example));
    }

    private static void add(ApiResponses responses, ProblemType type) {
        String status = Integer.toString(type.status());
        ApiResponse response = responses.get(status);
        if (response == null) {
            response = new ApiResponse().description(type.title());
            response.setContent(new Content());
            responses.addApiResponse(status, response);
        }
        if (type.retryable()) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds to wait before the next try"));
        }
        response.getContent()
                .computeIfAbsent(
                        PROBLEM, _ -> new MediaType().schema(new Schema<>().$ref("Problem")))
                .addExamples(
                        type.uri().substring(type.uri().lastIndexOf(':') + 1),
                        new Example().summary(type.title()).value(problem(type)));
    }

    private static JsonNode problem(ProblemType type) {
        List<Violation> violations =
                type == ProblemType.INVALID
                        ? List.of(new Violation("attendees[0].email", "is not an e-mail address"))
                        : List.of();
        FullRoom room =
                type == ProblemType.SOLD_OUT ? new FullRoom("item", "a02000000000001AAA", 1) : null;
        return MAPPER.valueToTree(
                new Problem(
                        type.uri(),
                        type.status(),
                        type.title(),
                        "why, in a few words",
                        CORRELATION,
                        violations,
                        room,
                        type == ProblemType.WAITING_ROOM ? waiting() : null));
    }

    private static PlaceInLine waiting() {
        return MAPPER.convertValue(body("place-in-line"), PlaceInLine.class);
    }

    static JsonNode body(String name) {
        try (InputStream file = Examples.class.getResourceAsStream("examples/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no example " + name);
            }
            return MAPPER.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
