package io.turnout.adapters.http.lane;

import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Lets in as many as can be worked on, each lane and each org within its share, once their bodies
/// are here: whoever sends slowly keeps no place. A registration for which its org has no place
/// left is let in to be looked up, while there is a place for that.
public final class Turnstile extends Handler.Wrapper {
    /// Of what is worked on, as much again is for looks, and for load tests.
    private static final int APART = 8;

    private static final Allowance LOOKS =
            new Allowance(
                    Allowance.Kind.ORG, "looks in need", new Rate(100, Duration.ofSeconds(1)));

    private final InWork work;
    private final InWork looks;
    private final InWork tests;
    private final Excess share;
    private final Allowances allowances;
    private final DoorAnswers answers;

    public Turnstile(LaneSettings settings, LanePorts ports, DoorAnswers answers) {
        this.allowances = ports.allowances();
        this.work = new InWork(settings.inWork());
        this.looks = new InWork(Math.max(1, settings.inWork() / APART));
        this.tests = new InWork(Math.max(1, settings.inWork() / APART));
        this.share = Excess.inWork(Math.max(1, settings.inWork() / 2));
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!(request.getAttribute(Doorman.VISIT) instanceof Visit visit)) {
            throw new IllegalStateException("nobody met this request at the door");
        }
        if (request.getAttribute(LoadTest.ATTRIBUTE) != null) {
            return pass(tests, visit, request, response, callback);
        }
        if (request.getAttribute(Excess.ATTRIBUTE) != null) {
            return pass(looks, visit, request, response, callback);
        }
        return switch (work.enter(visit)) {
            case IN -> in(work, visit, request, response, callback);
            case LANE_FULL -> answers.overloaded(request, response, callback);
            case ORG_FULL -> {
                if (!visit.mayRepeat() || !mayLook()) {
                    yield answers.tooMany(share, request, response, callback);
                }
                request.setAttribute(Excess.ATTRIBUTE, share);
                yield pass(looks, visit, request, response, callback);
            }
        };
    }

    /// Looks are work too, and not more than a little of it when there is too much.
    private boolean mayLook() {
        return allowances.take(LOOKS) instanceof Taking.Taken;
    }

    /// What has a place of its own there takes none from the others.
    private boolean pass(
            InWork place, Visit visit, Request request, Response response, Callback callback)
            throws Exception {
        return place.enter(visit) == InWork.Entry.IN
                ? in(place, visit, request, response, callback)
                : answers.overloaded(request, response, callback);
    }

    private boolean in(
            InWork place, Visit visit, Request request, Response response, Callback callback)
            throws Exception {
        long start = System.nanoTime();
        Request.addCompletionListener(
                request,
                _ ->
                        place.leave(
                                visit,
                                System.nanoTime() - start,
                                response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503));
        return super.handle(request, response, callback);
    }
}
