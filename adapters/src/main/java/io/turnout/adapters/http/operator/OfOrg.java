package io.turnout.adapters.http.operator;

import org.jspecify.annotations.Nullable;

/// A form that says which org it is about.
interface OfOrg {
    @Nullable String org();
}
