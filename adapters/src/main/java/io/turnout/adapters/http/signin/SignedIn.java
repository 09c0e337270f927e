package io.turnout.adapters.http.signin;

import io.dropwizard.auth.AuthDynamicFeature;
import io.turnout.adapters.http.operator.BearerFilter;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/// How whoever asks for what has a role says who they are: with a token to the API, with a session
/// to the pages. Neither takes the other's, so that no other site's script gets anywhere with a
/// cookie, and no token lies in a browser.
public final class SignedIn implements DynamicFeature {
    private final AuthDynamicFeature api;
    private final AuthDynamicFeature pages;

    public SignedIn(BearerFilter tokens, SessionFilter sessions) {
        this.api = new AuthDynamicFeature(tokens);
        this.pages = new AuthDynamicFeature(sessions);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Path path = resource.getResourceClass().getAnnotation(Path.class);
        boolean page = path != null && path.value().startsWith(Places.HOME);
        (page ? pages : api).configure(resource, context);
    }
}
