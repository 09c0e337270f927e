package io.turnout.config;

import io.turnout.application.attendeelink.MintRule;
import io.turnout.domain.attendeelink.LinkSite;
import io.turnout.domain.delivery.BatchRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where visitors reach this deployment, such as `https://events.example.com`; and how many orgs
/// this instance asks at once whom they invited. Without a public URL no links are made for those.
public record LinksSettings(@Nullable URI publicUrl, @Min(0) @Max(16) int callers) {
    static final LinksSettings USUAL = new LinksSettings(null, 1);

    Optional<LinkSite> site() {
        return Optional.ofNullable(publicUrl).map(LinkSite::new);
    }

    MintRule toRule(BatchRule batches) {
        return new MintRule(site(), batches);
    }
}
