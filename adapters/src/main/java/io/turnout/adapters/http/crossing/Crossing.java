package io.turnout.adapters.http.crossing;

import io.turnout.adapters.http.problem.DoorRefusal;
import io.turnout.adapters.http.problem.ProblemType;
import io.turnout.adapters.http.wire.Streamed;
import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Hands a request for an org that is at home at another stack on to that one, once, and its answer
/// back. Visitors, browsers and orgs notice nothing of it but the time that takes. What is written
/// is always decided at the gate of a stack's own database: this only saves who comes to the wrong
/// one a refusal.
public final class Crossing extends Handler.Wrapper {
    /// After so long whoever waits for an org that was let go asks whether it was.
    private static final long ASK_AFTER_MILLIS = 150;

    private static final byte[] NONE = new byte[0];

    private final Homes homes;
    private final Peers peers;
    private final DoorRefusal.Page page;

    public Crossing(CrossingPorts ports, DoorRefusal.Page page) {
        this.peers = new Peers(ports.peers(), ports.seal());
        this.homes = new Homes(ports.store(), peers::ask, ports.clock());
        this.page = page;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Hop> hop = Hop.of(request);
        Optional<OrgId> asked = hop.isPresent() ? Peers.asked(request) : Optional.empty();
        if (asked.isPresent()) {
            return tell(asked.get(), response, callback);
        }
        Optional<OrgId> org = Orgs.of(request);
        if (org.isEmpty()) {
            return super.handle(request, response, callback);
        }
        if (Streamed.is(request) || Streamed.isAnswered(request)) {
            return stream(new Passenger(org.get(), hop, NONE, request, response, callback));
        }
        byte[] body;
        try {
            body = BufferUtil.toArray(Content.Source.asByteBuffer(request));
        } catch (IOException broken) {
            // Whoever reads it next finds the same, and knows what to say.
            return super.handle(request, response, callback);
        }
        Request again = new Again(request, body);
        return admit(new Passenger(org.get(), hop, body, again, response, callback));
    }

    /// A body that was read, to be read by whoever answers.
    private static final class Again extends Request.Wrapper {
        private final Content.Source body;

        Again(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(java.nio.ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable demanded) {
            body.demand(demanded);
        }
    }

    private boolean tell(OrgId org, Response response, Callback callback) {
        homes.stored(org)
                .ifPresent(
                        home -> response.getHeaders().put(HomeHeader.NAME, HomeHeader.write(home)));
        response.setStatus(HttpStatus.NO_CONTENT_204);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        return true;
    }

    private Passage passage(Passenger one) {
        Passage passage =
                one.hop().isPresent()
                        ? one.passage(homes)
                        : Passage.of(homes.here(), homes.lately(one.org()), one.epoch());
        return passage instanceof Passage.Awaited ? await(one) : passage;
    }

    /// What is too large to be held goes on as it comes, so it is tried once: whoever brings links
    /// asks how far they came, and sends the rest.
    private boolean stream(Passenger one) throws Exception {
        return switch (passage(one)) {
            case Passage.Here() -> super.handle(one.request(), one.response(), one.callback());
            case Passage.Onward(Home home) -> {
                Optional<Reply> unanswered =
                        peers.stream(
                                home,
                                one.request(),
                                (status, headers, body) -> pour(one, status, headers, body));
                yield unanswered.isEmpty() || refuse(one, ProblemType.RELOCATING);
            }
            case Passage.Back(Home home) -> back(one, home);
            case Passage.Awaited() -> refuse(one, ProblemType.RELOCATING);
        };
    }

    private void pour(
            Passenger one, int status, Map<String, List<String>> headers, InputStream body)
            throws IOException {
        if (looksAgain(one, status, headers)) {
            boolean _ = refuse(one, ProblemType.RELOCATING);
            return;
        }
        Onward.head(status, headers, one.response());
        try (OutputStream out = Content.Sink.asOutputStream(one.response())) {
            long _ = body.transferTo(out);
        }
        one.callback().succeeded();
    }

    private boolean admit(Passenger one) throws Exception {
        return switch (passage(one)) {
            case Passage.Here() -> serve(one);
            case Passage.Onward(Home home) -> send(one, home);
            case Passage.Back(Home home) -> back(one, home);
            case Passage.Awaited() -> refuse(one, ProblemType.RELOCATING);
        };
    }

    /// The mover may have died before it could say that the org begins here: then its first visitor
    /// does, once the stack that has let it go confirms.
    private Passage await(Passenger one) {
        long asks = 0;
        Passage passage = new Passage.Awaited();
        while (passage instanceof Passage.Awaited && !one.isLate()) {
            Passenger.pause();
            if (one.waited().toMillis() >= (asks + 1) * ASK_AFTER_MILLIS) {
                asks++;
                one.hop()
                        .flatMap(hop -> peers.ask(hop.from(), one.org()))
                        .ifPresent(told -> homes.learn(one.org(), told));
            }
            passage = one.passage(homes);
        }
        return passage;
    }

    private boolean serve(Passenger one) throws Exception {
        HeldResponse held = new HeldResponse(one.request(), one.response());
        return super.handle(
                one.request(),
                held,
                Callback.from(() -> served(one, held), one.callback()::failed));
    }

    /// The gate has the last word: where it said that the org is not written here now, whoever is
    /// home now is asked.
    private void served(Passenger one, HeldResponse held) {
        if (!held.isHeld()) {
            one.callback().succeeded();
            return;
        }
        Optional<Home> home = homes.now(one.org());
        if (one.hop().isPresent() && home.isPresent()) {
            held.drop();
            boolean _ = back(one, home.get());
        } else if (one.passage(homes) instanceof Passage.Onward(Home next)) {
            held.drop();
            boolean _ = follow(one, next, false);
        } else {
            held.release(one.callback());
        }
    }

    private boolean send(Passenger one, Home home) throws Exception {
        return follow(one, home, true) || serve(one);
    }

    /// Sends it after its org.
    ///
    /// @return false where the org is at home here meanwhile, and nobody has looked for it here yet
    private boolean follow(Passenger one, Home first, boolean mayServe) {
        Home home = first;
        while (true) {
            Reply reply = peers.send(home, one.request(), one.body());
            if (reply instanceof Reply.Answered answer
                    && !looksAgain(one, answer.status(), answer.headers())) {
                Onward.answer(answer, one.response(), one.callback());
                return true;
            }
            boolean unknown = reply instanceof Reply.Unknown;
            if (unknown && !one.mayRepeat()) {
                return refuse(one, ProblemType.OUTCOME_UNKNOWN);
            }
            if (one.isLate()) {
                return refuse(one, unknown ? ProblemType.OUTCOME_UNKNOWN : ProblemType.RELOCATING);
            }
            Passenger.pause();
            switch (one.passage(homes)) {
                case Passage.Onward(Home next) -> home = next;
                case Passage.Here() when mayServe -> {
                    return false;
                }
                default -> {
                    return refuse(one, ProblemType.RELOCATING);
                }
            }
        }
    }

    /// Whether the other stack knows better where the org is.
    private boolean looksAgain(Passenger one, int status, Map<String, List<String>> headers) {
        Optional<Home> told = HomeHeader.read(headers);
        if (status != ProblemType.MISDIRECTED.status() || told.isEmpty()) {
            return false;
        }
        homes.learn(one.org(), told.get());
        return true;
    }

    private boolean back(Passenger one, Home home) {
        return new DoorRefusal(
                        ProblemType.MISDIRECTED,
                        "see Org-Home",
                        Map.of(HomeHeader.NAME, HomeHeader.write(home)))
                .send(one.request(), one.response(), one.callback(), page);
    }

    private boolean refuse(Passenger one, ProblemType type) {
        return new DoorRefusal(type, "ask again with the same key", Map.of("Retry-After", "1"))
                .send(one.request(), one.response(), one.callback(), page);
    }
}
