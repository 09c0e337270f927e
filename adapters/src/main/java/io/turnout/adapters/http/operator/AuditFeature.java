package io.turnout.adapters.http.operator;

import io.turnout.application.audit.AuditTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;

/// Sees to it that whatever an operator can change, and whatever shows of people, leaves a record
/// (A25): every path of operators that is not read only, and those that say they show people. Who
/// only comes to sign in is nobody yet.
public final class AuditFeature implements DynamicFeature {
    private static final String API = "/v1/operator";
    private static final String PAGES = "/operator";

    private final AuditTrail trail;

    public AuditFeature(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String room = path(resource.getResourceClass().getAnnotation(Path.class));
        boolean reads = resource.getResourceMethod().isAnnotationPresent(GET.class);
        boolean shows = resource.getResourceMethod().isAnnotationPresent(ShowsPeople.class);
        boolean asked = resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class);
        boolean ours = room.startsWith(API) || (room.startsWith(PAGES) && asked);
        if (ours && (!reads || shows)) {
            String template = room + path(resource.getResourceMethod().getAnnotation(Path.class));
            context.register(new AuditFilter(trail, template));
        }
    }

    private static String path(Path path) {
        return Optional.ofNullable(path)
                .map(Path::value)
                .map(value -> value.startsWith("/") ? value : "/" + value)
                .orElse("");
    }
}
