package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.adapters.http.problem.ProblemType;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final OpenHouse HOUSE =
            new OpenHouse(() -> Fair.NOON, HttpDoorSettings.standard());
    private static final JsonNode API = json(HOUSE.get("/openapi.json"));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void what_is_served_is_described_and_nothing_else() {
        Set<String> served =
                HOUSE.environment().jersey().getResourceConfig().getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .filter(type -> !type.getName().contains(".docs."))
                        .filter(type -> !type.getName().contains(".page."))
                        .filter(type -> !type.getName().contains(".dashboard."))
                        .filter(type -> !type.getName().contains(".signin."))
                        .flatMap(ApiDescriptionTest::methods)
                        .collect(Collectors.toCollection(TreeSet::new));

        Set<String> described = new TreeSet<>();
        API.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method + " " + path.getKey())));
        assertThat(API.path("openapi").asText()).startsWith("3.1");
        assertThat(described).isEqualTo(served).hasSize(102);
    }

    @Test
    void every_operation_has_words_answers_and_examples_of_its_bodies() {
        for (JsonNode path : API.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.path("summary").asText()).isNotBlank();
                assertThat(operation.path("responses").size()).isGreaterThan(5);
                if (operation.has("requestBody")) {
                    JsonNode taken = operation.at("/requestBody/content");
                    JsonNode media =
                            taken.path(
                                    taken.has("text/csv")
                                            ? "application/x-ndjson"
                                            : "application/json");
                    assertThat(media.path("example").isObject()).isTrue();
                    assertThat(schema(media).path("properties")).isNotEmpty();
                }
            }
        }
    }

    @Test
    void what_stands_in_a_path_is_never_left_out() {
        assertThat(
                        API.findParents("in").stream()
                                .filter(one -> one.path("in").asText().equals("path")))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("required").asBoolean()).isTrue());
    }

    @Test
    void every_example_has_just_the_fields_of_its_schema() {
        Set<String> checked = new HashSet<>();
        API.findParents("example").stream()
                .filter(media -> media.has("schema") && media.path("example").isObject())
                .forEach(
                        media -> {
                            JsonNode known = schema(media).path("properties");
                            media.path("example")
                                    .fieldNames()
                                    .forEachRemaining(
                                            field ->
                                                    assertThat(known.has(field))
                                                            .as(field)
                                                            .isTrue());
                            checked.add(media.at("/schema/$ref").asText());
                        });
        assertThat(checked).hasSize(77);
    }

    @Test
    void a_capacity_may_be_null() {
        JsonNode capacity = API.at("/components/schemas/EventView/properties/capacity/anyOf");

        assertThat(capacity.findValuesAsText("type")).contains("null");
        assertThat(capacity.findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/CapacityView");
    }

    @Test
    void every_problem_that_is_described_is_one_of_the_table_with_its_status() {
        Set<String> known =
                Arrays.stream(ProblemType.values())
                        .map(type -> type.status() + " " + type.uri())
                        .collect(Collectors.toSet());

        Set<String> shown =
                API.findValues("examples").stream()
                        .flatMap(examples -> examples.properties().stream())
                        .map(one -> one.getValue().path("value"))
                        .map(one -> one.path("status").asInt() + " " + one.path("type").asText())
                        .collect(Collectors.toSet());

        assertThat(known).containsAll(shown);
        assertThat(shown).hasSizeGreaterThan(20);
    }

    @Test
    void the_page_loads_nothing_from_elsewhere() {
        HttpResponse<String> page =
                HOUSE.send(HOUSE.request("/docs").header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("//").doesNotContain("style=");
        assertThat(HOUSE.get("/docs/docs.js").body()).contains("/openapi.json");
        assertThat(HOUSE.get("/docs/docs.css").statusCode()).isEqualTo(200);
    }

    private static JsonNode schema(JsonNode media) {
        return API.at(media.at("/schema/$ref").asText().substring(1));
    }

    private static Stream<String> methods(Class<?> resource) {
        String root = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + root + path(method)));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(verb -> verb.value().toLowerCase(Locale.ROOT));
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }
}
