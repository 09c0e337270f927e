package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.rollout.PreviewPlan;
import io.turnout.domain.rollout.Fit;
import io.turnout.domain.rollout.OrgProfile;
import io.turnout.domain.rollout.PlanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a wave would take if it began now, and why each org is in or is not.
public record RolloutPreviewView(String plan, int wave, int taken, List<Line> orgs)
        implements View {
    public static RolloutPreviewView of(PlanId plan, int number, List<PreviewPlan.Line> lines) {
        return new RolloutPreviewView(
                plan.toString(),
                number + 1,
                (int) lines.stream().map(PreviewPlan.Line::fit).filter(Fit::isIn).count(),
                lines.stream().map(Line::of).toList());
    }

    /// One org; `hasIt` is whether it has the flag now, `conflict` is another plan that has just
    // switched it, for which it waits.
    public record Line(
            OrgProfileView org,
            boolean in,
            String why,
            boolean hasIt,
            @Nullable PlacementView placement,
            @Nullable String conflict) {
        /// It is in, and nobody knows when it would be switched.
        public boolean hasNoNight() {
            return placement != null
                    && (placement.kind().equals("refused")
                            || placement.kind().equals("zone-unknown"));
        }

        public static Line of(PreviewPlan.Line line) {
            OrgProfile profile = line.profile();
            return new Line(
                    OrgProfileView.of(profile),
                    line.fit().isIn(),
                    Spelling.of(line.fit()),
                    line.hasIt(),
                    line.placement().map(PlacementView::of).orElse(null),
                    line.elsewhere().map(PlanId::toString).orElse(null));
        }
    }
}
