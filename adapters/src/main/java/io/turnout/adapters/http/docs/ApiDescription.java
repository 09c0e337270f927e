package io.turnout.adapters.http.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.turnout.adapters.http.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The OpenAPI 3.1 description: paths and forms are read from the resources themselves, so that
/// they cannot fall behind; the rest comes from the endpoints' own words.
public final class ApiDescription {
    private static final String BEARER = "bearer";

    private ApiDescription() {}

    public static byte[] json(Set<Class<?>> resources, List<Endpoint> endpoints) {
        OpenAPI api = read(resources);
        endpoints.forEach(endpoint -> complete(api, endpoint));
        Nullables.mark(api.getComponents());
        try {
            return Json31.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(api)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the description cannot be written", broken);
        }
    }

    private static OpenAPI read(Set<Class<?>> resources) {
        OpenAPI empty = new OpenAPI(SpecVersion.V31).openapi("3.1.0").info(info());
        SwaggerConfiguration settings =
                new SwaggerConfiguration().openAPI(empty).openAPI31(true).prettyPrint(true);
        Reader reader = new Reader(settings);
        OpenAPI api = reader.read(resources);
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER));
        addSchemas(api, Problem.class);
        Parameters.domainIds().forEach(api.getComponents().getSchemas()::remove);
        return api;
    }

    private static Info info() {
        return new Info()
                .title("Turnout")
                .version("1")
                .description(
                        "Registration for events of organisations on Salesforce. A 201 means kept."
                                + " Every refusal is application/problem+json (RFC 9457) with a"
                                + " stable type; whatever carries Retry-After may be repeated, a"
                                + " registration with the same Idempotency-Key.");
    }

    private static void addSchemas(OpenAPI api, Class<?> type) {
        ModelConverters.getInstance(true)
                .readAll(type)
                .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
    }

    private static void complete(OpenAPI api, Endpoint endpoint) {
        Operation operation = operation(api, endpoint);
        operation.summary(endpoint.summary()).description(null);
        boolean signed = Parameters.complete(operation);
        if (signed || endpoint.path().startsWith("/v1/operator")) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        endpoint.answer().ifPresent(answer -> addSchemas(api, answer.view()));
        Examples.addTo(operation, endpoint);
    }

    private static Operation operation(OpenAPI api, Endpoint endpoint) {
        PathItem path = api.getPaths().get(endpoint.path());
        Operation operation =
                path == null
                        ? null
                        : path.readOperationsMap()
                                .get(PathItem.HttpMethod.valueOf(endpoint.method()));
        if (operation == null) {
            throw new IllegalStateException(
                    "no resource serves " + endpoint.method() + " " + endpoint.path());
        }
        return operation;
    }
}
