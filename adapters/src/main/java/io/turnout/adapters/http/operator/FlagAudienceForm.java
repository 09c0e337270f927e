package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.text.SalesforceId;
import io.turnout.adapters.http.wire.Form;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Audience;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// For whom, and why: either some orgs or, said aloud, everybody.
public record FlagAudienceForm(
        @SalesforceId @Size(min = 1, max = Audience.ORGS_MAX, message = "are 1 to 1000 orgs")
                @Nullable List<String> orgs,
        @Nullable Boolean everybody,
        @NotNull(message = "is missing")
                @Pattern(regexp = FlagAudienceForm.REASON, message = FlagAudienceForm.REASON_IS)
                String reason)
        implements Form {
    static final String REASON = "(?=.*[!-~])[ -?A-~]{1,200}";
    static final String REASON_IS = "is 1 to 200 printable letters that name nobody, without @";

    Audience audience() {
        boolean all = Boolean.TRUE.equals(everybody);
        if (orgs == null) {
            if (!all) {
                throw Problem.invalid("orgs", "is missing, and everybody is not true")
                        .toException();
            }
            return Audience.everybody();
        }
        if (all) {
            throw Problem.invalid("everybody", "is true, and orgs are named").toException();
        }
        List<OrgId> named = orgs.stream().map(org -> OrgParameter.read("orgs", org)).toList();
        return Audience.of(named);
    }
}
