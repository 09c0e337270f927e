package io.turnout.adapters.http.wire;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives each resource method, once and at the start, what it needs per request: its route for the
/// request log, and the check of its body.
public final class MethodFeature implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String route = route(resource);
        ContainerRequestFilter named = request -> request.setProperty(RouteLog.ROUTE, route);
        context.register(named);
        boolean takesForm =
                Arrays.stream(resource.getResourceMethod().getParameterTypes())
                        .anyMatch(Form.class::isAssignableFrom);
        if (takesForm) {
            context.register(new BodyFilter());
        }
    }

    private static String route(ResourceInfo resource) {
        return path(resource.getResourceClass().getAnnotation(Path.class))
                + path(resource.getResourceMethod().getAnnotation(Path.class));
    }

    private static String path(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }
}
