package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.domain.rollout.OrgProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of an org that plans go by; `kind` is customer or own-test.
public record OrgProfileView(
        String org,
        String kind,
        @Nullable String zone,
        @Nullable String region,
        @Nullable String tier,
        List<String> tags)
        implements View {
    static OrgProfileView of(OrgProfile profile) {
        return new OrgProfileView(
                profile.org().value(),
                Spelling.of(profile.kind()),
                profile.zone().map(Object::toString).orElse(null),
                profile.region().map(Object::toString).orElse(null),
                profile.tier().map(Object::toString).orElse(null),
                profile.tags().stream().map(Object::toString).sorted().toList());
    }
}
