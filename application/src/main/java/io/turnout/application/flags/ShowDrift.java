package io.turnout.application.flags;

import io.turnout.domain.rollout.Drift;
import java.util.List;

/// What others changed at the rollout server lately.
public final class ShowDrift {
    private final DriftNews news;

    public ShowDrift(DriftNews news) {
        this.news = news;
    }

    /// The latest first.
    public List<Drift> show(int limit) {
        return news.latest(Math.min(limit, DriftNews.LATEST_MAX));
    }
}
