package io.turnout.adapters.http;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.ShowOffers;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Locale;

/// Which features an org may choose, and what it chose.
public record FeaturesView(String org, List<FeatureView> features) implements View {
    public static FeaturesView of(OrgId org, List<ShowOffers.Offer> offers) {
        return new FeaturesView(org.value(), offers.stream().map(FeatureView::of).toList());
    }

    /// One feature. `offered` is whether whoever opts in gets it early, `on` whether the org has it
    /// now; `choice` is in, out or none, said by the org itself or by an operator.
    public record FeatureView(
            String feature,
            String purpose,
            boolean offered,
            boolean on,
            String choice,
            String by,
            String at) {
        static FeatureView of(ShowOffers.Offer offer) {
            return new FeatureView(
                    offer.flag().key(),
                    offer.flag().purpose(),
                    offer.open(),
                    offer.hasIt(),
                    offer.said()
                            .map(said -> said.choice().name().toLowerCase(Locale.ROOT))
                            .orElse("none"),
                    offer.said()
                            .map(said -> FeaturesResource.isOrg(said.actor()) ? "org" : "operator")
                            .orElse(""),
                    offer.said().map(said -> said.at().toString()).orElse(""));
        }
    }
}
