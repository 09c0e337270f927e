package io.turnout.adapters.http.lane;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// On the host of an org, its pages need not name it: `/e/…` is what `/o/{org}/e/…` is elsewhere.
@PreMatching
public final class HostPages implements ContainerRequestFilter {
    private static final String EVENT = "e/";
    private static final String INVITATION = "i/";

    /// Whether a request with these attributes came to the host of an org.
    public static boolean isUnnamed(Function<String, @Nullable Object> attributes) {
        return attributes.apply(Doorman.HOST_ORG) != null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        boolean unnamed = path.startsWith(EVENT) || path.startsWith(INVITATION);
        if (unnamed && request.getProperty(Doorman.HOST_ORG) instanceof String org) {
            request.setRequestUri(
                    uri.getRequestUriBuilder().replacePath("/o/" + org + "/" + path).build());
        }
    }
}
