package io.turnout.adapters.http.lane;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Lets in as many as can be worked on, each lane and each org within its share, once their bodies
/// are here: whoever sends slowly keeps no place. A registration for which its org has no place
/// left is let in to be looked up, while there is a place for that.
public final class Turnstile extends Handler.Wrapper {
    private static final int LOOKS_SHARE = 8;

    private final InWork work;
    private final InWork looks;
    private final Excess share;
    private final DoorAnswers answers;

    public Turnstile(LaneSettings settings, DoorAnswers answers) {
        this.work = new InWork(settings.inWork());
        this.looks = new InWork(Math.max(1, settings.inWork() / LOOKS_SHARE));
        this.share = Excess.inWork(Math.max(1, settings.inWork() / 2));
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!(request.getAttribute(Doorman.VISIT) instanceof Visit visit)) {
            throw new IllegalStateException("nobody met this request at the door");
        }
        if (request.getAttribute(Excess.ATTRIBUTE) != null) {
            return look(visit, request, response, callback);
        }
        return switch (work.enter(visit)) {
            case IN -> pass(work, visit, request, response, callback);
            case LANE_FULL -> answers.overloaded(request, response, callback);
            case ORG_FULL -> {
                if (!visit.mayRepeat()) {
                    yield answers.tooMany(share, request, response, callback);
                }
                request.setAttribute(Excess.ATTRIBUTE, share);
                yield look(visit, request, response, callback);
            }
        };
    }

    private boolean look(Visit visit, Request request, Response response, Callback callback)
            throws Exception {
        return looks.enter(visit) == InWork.Entry.IN
                ? pass(looks, visit, request, response, callback)
                : answers.overloaded(request, response, callback);
    }

    private boolean pass(
            InWork place, Visit visit, Request request, Response response, Callback callback)
            throws Exception {
        Request.addCompletionListener(request, _ -> place.leave(visit));
        return super.handle(request, response, callback);
    }
}
