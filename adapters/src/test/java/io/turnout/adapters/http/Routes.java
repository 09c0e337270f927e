package io.turnout.adapters.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/// What a running server serves, as it says itself: a verb and a template of a path each.
final class Routes implements ApplicationEventListener {
    private final Set<String> all = new TreeSet<>();

    @Override
    public void onEvent(ApplicationEvent event) {
        if (event.getType() == ApplicationEvent.Type.INITIALIZATION_FINISHED) {
            event.getResourceModel().getResources().stream()
                    .flatMap(resource -> routes("", resource))
                    .forEach(all::add);
        }
    }

    private static Stream<String> routes(String above, Resource resource) {
        String own = resource.getPath() == null ? "" : resource.getPath();
        String path =
                (above + "/" + own)
                        .replaceAll("/+", "/")
                        .replaceAll("(.)/$", "$1")
                        .replaceAll(": [^}]+}", "}");
        List<ResourceMethod> methods = resource.getResourceMethods();
        return Stream.concat(
                methods.stream()
                        .filter(method -> method.getHttpMethod() != null)
                        .filter(method -> !"OPTIONS".equals(method.getHttpMethod()))
                        .map(method -> method.getHttpMethod() + " " + path),
                resource.getChildResources().stream().flatMap(child -> routes(path, child)));
    }

    @Override
    public @Nullable RequestEventListener onRequest(RequestEvent event) {
        return null;
    }

    Set<String> all() {
        return all;
    }
}
