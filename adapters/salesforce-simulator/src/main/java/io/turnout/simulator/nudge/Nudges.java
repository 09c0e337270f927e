package io.turnout.simulator.nudge;

import io.turnout.simulator.store.Committed;
import io.turnout.simulator.store.Database;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The sending half of the package installed in an org. It waits for nobody and tries nothing
/// twice: a nudge that fails is lost, as a Queueable that fails is.
public final class Nudges {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int AT_ONCE_MAX = 50;

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();

    private final InstantSource clock;
    private final Predicate<String> lost;
    private final Semaphore seats = new Semaphore(AT_ONCE_MAX);
    private volatile @Nullable Line line;

    private record Line(NudgeTarget target, NudgeTally tally) {}

    /// Nudges on their way, answered well, answered badly or not at all, and dropped by a fault;
    /// and the last status, 0 when there was none.
    public record Count(int running, int sent, int failed, int lost, int lastStatus) {}

    /// What the target said; `status` is 0 when it said nothing, and `text` is then why.
    public record Answer(int status, String text, boolean lost) {}

    /// `lost` tells whether somebody ordered that a nudge to this address goes astray.
    public Nudges(InstantSource clock, Predicate<String> lost) {
        this.clock = clock;
        this.lost = lost;
    }

    /// From now on nudges go there, or nowhere for null; the counting starts anew.
    public void aim(@Nullable NudgeTarget target) {
        line = target == null ? null : new Line(target, new NudgeTally());
    }

    public Optional<NudgeTarget> target() {
        return Optional.ofNullable(line).map(Line::target);
    }

    public Count count() {
        return Optional.ofNullable(line)
                .map(now -> now.tally().count())
                .orElseGet(() -> new Count(0, 0, 0, 0, 0));
    }

    /// What the package's triggers do once a transaction has committed.
    public void committed(Database database, List<Committed> rows) {
        Line now = line;
        if (now != null) {
            for (Nudge nudge : new Watch(database).nudges(rows)) {
                if (now.tally().begin()) {
                    var _ = Thread.startVirtualThread(() -> inTurn(now, nudge));
                }
            }
        }
    }

    private void inTurn(Line now, Nudge nudge) {
        seats.acquireUninterruptibly();
        try {
            var _ = post(now, nudge);
        } finally {
            seats.release();
        }
    }

    /// What a button does: sends and waits for the answer. Empty when there is nowhere to send to.
    public Optional<Answer> press(Nudge nudge) {
        Line now = line;
        if (now == null || !now.tally().begin()) {
            return Optional.empty();
        }
        return Optional.of(post(now, nudge));
    }

    private Answer post(Line now, Nudge nudge) {
        if (lost.test(now.target().url().toString())) {
            now.tally().lose();
            return new Answer(0, "lost by a fault", true);
        }
        Answer answer = exchange(request(now.target(), nudge.body()));
        now.tally().answered(answer.status());
        return answer;
    }

    private HttpRequest request(NudgeTarget target, String body) {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        long seconds = clock.millis() / 1_000;
        return HttpRequest.newBuilder(target.url())
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("User-Agent", "SFDC-Callout/66.0")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", target.signature(id, seconds, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static Answer exchange(HttpRequest request) {
        try {
            // The client's own timeout ends with the headers; a body may dawdle too.
            HttpResponse<String> answer =
                    HTTP.sendAsync(request, BodyHandlers.ofString())
                            .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body(), false);
        } catch (ExecutionException e) {
            return new Answer(0, String.valueOf(e.getCause()), false);
        } catch (TimeoutException e) {
            return new Answer(0, "no answer within " + ANSWER.toSeconds() + " s", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "interrupted", false);
        }
    }
}
