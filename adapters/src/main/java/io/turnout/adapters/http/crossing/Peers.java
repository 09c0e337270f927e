package io.turnout.adapters.http.crossing;

import io.turnout.application.relocation.StackPeer;
import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Receiver;
import io.turnout.application.relocation.StackPeer.Reply;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/// The other stacks, and how they are told from whom a request comes.
final class Peers {
    private static final String ASKED = "/internal/homes/";
    private static final long NO_EPOCH = 0;

    private final Map<StackName, StackPeer> peers = new LinkedHashMap<>();
    private final HopSeal seal;

    Peers(List<StackPeer> all, HopSeal seal) {
        all.forEach(peer -> peers.put(peer.stack(), peer));
        this.seal = seal;
    }

    /// Sends a request on to the home of its org.
    Reply send(Home home, Request request, byte[] body) {
        StackPeer peer = peers.get(home.stack());
        String hop = seal.seal(home.epoch(), request.getMethod(), Onward.path(request));
        return peer == null
                ? new Reply.NotReached()
                : peer.send(Onward.message(request, body, hop));
    }

    /// The same for what is too large to be held.
    Optional<Reply> stream(Home home, Request request, Receiver receiver) {
        StackPeer peer = peers.get(home.stack());
        if (peer == null) {
            return Optional.of(new Reply.NotReached());
        }
        String hop = seal.seal(home.epoch(), request.getMethod(), Onward.path(request));
        return peer.stream(
                Onward.message(request, new byte[0], hop),
                new StackPeer.Body(Request.asInputStream(request), length(request)),
                receiver);
    }

    private static long length(Request request) {
        return request.getMethod().equals("GET") ? 0 : request.getLength();
    }

    /// Where the org is at home, as far as any of them knows; the latest news are right.
    Optional<Home> ask(OrgId org) {
        return peers.values().stream()
                .flatMap(peer -> ask(peer, org).stream())
                .max(Comparator.comparingLong(Home::epoch));
    }

    /// What one of them says.
    Optional<Home> ask(StackName one, OrgId org) {
        StackPeer peer = peers.get(one);
        return peer == null ? Optional.empty() : ask(peer, org);
    }

    private Optional<Home> ask(StackPeer peer, OrgId org) {
        String path = ASKED + org;
        Map<String, List<String>> headers =
                Map.of(HopSeal.HEADER, List.of(seal.seal(NO_EPOCH, "GET", path)));
        Message question = new Message("GET", path, "localhost", headers, new byte[0]);
        return peer.send(question) instanceof Reply.Answered answer
                ? HomeHeader.read(answer.headers())
                : Optional.empty();
    }

    /// The org that another stack asks for with this request, if that is what it does.
    static Optional<OrgId> asked(Request request) {
        String path = Onward.path(request);
        return path.startsWith(ASKED)
                ? Orgs.read(path.substring(ASKED.length()))
                : Optional.empty();
    }
}
