package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Label;
import io.turnout.domain.rollout.OrgProfile;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an operator says of an org. Without a zone, what its Salesforce says holds.
public record OrgProfileForm(
        @NotNull(message = "is missing")
                @Pattern(regexp = "customer|own-test", message = "is customer or own-test")
                String kind,
        @Size(max = 60, message = "is too long") @Nullable String zone,
        @Pattern(regexp = SelectionForm.LABEL, message = SelectionForm.LABEL_IS)
                @Nullable String region,
        @Pattern(regexp = SelectionForm.LABEL, message = SelectionForm.LABEL_IS)
                @Nullable String tier,
        @NotNull(message = "is missing")
                @Size(max = OrgProfile.TAGS_MAX, message = "are at most 20")
                List<
                                @NotNull(message = "is missing")
                                @Pattern(
                                        regexp = SelectionForm.LABEL,
                                        message = SelectionForm.LABEL_IS)
                                String>
                        tags,
        @NotNull(message = "is missing")
                @Pattern(regexp = RolloutStepForm.REASON, message = RolloutStepForm.REASON_IS)
                String reason)
        implements Form {
    OrgProfile toProfile(OrgId org) {
        return new OrgProfile(
                org,
                kind.equals("own-test") ? OrgProfile.Kind.OWN_TEST : OrgProfile.Kind.CUSTOMER,
                Optional.ofNullable(zone).map(OrgProfileForm::zone),
                Optional.ofNullable(region).map(Label::new),
                Optional.ofNullable(tier).map(Label::new),
                tags.stream().map(Label::new).collect(Collectors.toSet()));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException refused) {
            throw Problem.invalid("zone", "is a zone of IANA").toException();
        }
    }
}
