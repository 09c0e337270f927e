package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.retention.Notices;
import io.turnout.application.retention.Notices.Notice;
import io.turnout.domain.org.OrgId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is deleted of orgs and of the stack, after how long, and from when on.
public record RetentionView(List<Line> notices) implements View {
    public static RetentionView of(List<Notice> notices) {
        return new RetentionView(notices.stream().map(Line::of).toList());
    }

    /// One kind of an org, or of the stack where there is none; `overdue` is how many it was when
    /// it was told.
    public record Line(
            String kind,
            @Nullable String org,
            long days,
            long overdue,
            String toldAt,
            String deletesFrom) {
        static Line of(Notice notice) {
            return new Line(
                    notice.subject().kind(),
                    notice.subject().org().map(OrgId::value).orElse(null),
                    notice.period().toDays(),
                    notice.overdue(),
                    notice.toldAt().toString(),
                    notice.toldAt().plus(Notices.TOLD_FOR).toString());
        }
    }
}
