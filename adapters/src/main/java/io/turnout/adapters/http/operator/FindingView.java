package io.turnout.adapters.http.operator;

import io.turnout.domain.connection.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing in an org that is not as its mapping says, and what to do about it.
public record FindingView(
        String fault,
        String harm,
        String object,
        @Nullable String field,
        String what,
        String advice) {
    static List<FindingView> of(List<Finding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }

    private static FindingView of(Finding finding) {
        return new FindingView(
                Spelling.of(finding.fault()),
                Spelling.of(finding.harm()),
                finding.object(),
                finding.field().orElse(null),
                finding.what(),
                finding.advice());
    }
}
