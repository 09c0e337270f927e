package io.turnout.application.retention;

import io.turnout.application.retention.Notices.Notice;
import java.util.List;

/// What retention deletes, and from when on.
public record ShowNotices(Notices notices) {
    private static final int MOST = 2_000;

    public List<Notice> show() {
        return notices.list(MOST);
    }
}
