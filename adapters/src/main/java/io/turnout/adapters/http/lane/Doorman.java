package io.turnout.adapters.http.lane;

import io.turnout.adapters.http.crossing.Hop;
import io.turnout.adapters.http.wire.RouteLog;
import io.turnout.application.limiting.Allowances;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns away who came to the wrong host and who asks too often, before a body is gathered for
/// them. A registration is let in nevertheless, as long as there is time for it, to be looked up
/// and no more, since it may repeat one that was admitted.
public final class Doorman extends Handler.Wrapper {
    static final String VISIT = "io.turnout.visit";

    /// The org whose host was asked, if it was one's.
    static final String HOST_ORG = "io.turnout.host-org";

    private final Map<Allowance.Kind, Rate> rates;
    private final Allowances allowances;
    private final ClientAddress addresses;
    private final Hosts hosts;
    private final LoadTest loadTest;
    private final DoorAnswers answers;
    private final Guesses guesses;

    public Doorman(LaneSettings settings, LanePorts ports, DoorAnswers answers) {
        this.rates = settings.rates();
        this.allowances = ports.allowances();
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.hosts = new Hosts(ports.hosts(), settings.ownHosts());
        this.loadTest = ports.loadTest();
        this.answers = answers;
        this.guesses = new Guesses(settings.linkMisses(), ports.allowances());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String name = Hosts.name(request);
        Optional<VanityHost> host = hosts.vanity(name);
        Visit visit = Visit.of(request, host.map(VanityHost::org));
        request.setAttribute(VISIT, visit);
        visit.org().ifPresent(org -> request.setAttribute(RouteLog.ORG, org));
        guesses.note(request, () -> addresses.of(request));
        if (host.isPresent()) {
            if (host.get().state() == HostState.CLOSED) {
                return answers.closed(request, response, callback);
            }
            if (!visit.belongsTo(host.get().org())) {
                return answers.misdirected(request, response, callback);
            }
            request.setAttribute(HOST_ORG, host.get().org().value());
        } else if (!hosts.serves(name) && !Hop.isOn(request)) {
            return answers.misdirected(request, response, callback);
        }
        return switch (loadTest.declared(request, visit)) {
            case NOTHING ->
                    // The stack that sent it on has counted it.
                    Hop.isOn(request)
                            ? super.handle(request, response, callback)
                            : limited(visit, host, request, response, callback);
            case A_TEST -> tested(visit, request, response, callback);
            case SOMETHING_WRONG -> answers.undeclared(request, response, callback);
        };
    }

    /// A declared test has a limit of its own, and takes nothing from the others.
    private boolean tested(Visit visit, Request request, Response response, Callback callback)
            throws Exception {
        if (!visit.mayBeRehearsed()) {
            return answers.onlyRegistrations(request, response, callback);
        }
        Optional<Over> over = take(Allowance.Kind.LOAD_TEST, visit.org().orElse(""));
        if (over.isPresent()) {
            return answers.tooMany(over.get().excess(), request, response, callback);
        }
        request.setAttribute(LoadTest.ATTRIBUTE, LoadTest.HEADER);
        return super.handle(request, response, callback);
    }

    private boolean limited(
            Visit visit,
            Optional<VanityHost> host,
            Request request,
            Response response,
            Callback callback)
            throws Exception {
        Optional<Over> over = over(request, visit, host);
        if (over.isPresent()) {
            if (!visit.mayRepeat() || !mayLook(over.get().allowance())) {
                return answers.tooMany(over.get().excess(), request, response, callback);
            }
            request.setAttribute(Excess.ATTRIBUTE, over.get().excess());
        }
        return super.handle(request, response, callback);
    }

    private record Over(Allowance allowance, Excess excess) {}

    private Optional<Over> over(Request request, Visit visit, Optional<VanityHost> host) {
        boolean registers = visit.lane() == Lane.REGISTER;
        Optional<Over> over =
                host.flatMap(
                        one ->
                                one.rate().isPresent()
                                        ? take(
                                                Allowance.Kind.HOST,
                                                one.name().value(),
                                                one.rate().get())
                                        : take(Allowance.Kind.HOST, one.name().value()));
        if (over.isEmpty()) {
            over = overAddress(request, registers);
        }
        if (over.isEmpty() && registers && visit.org().isPresent()) {
            over = take(Allowance.Kind.ORG, visit.org().get());
        }
        return over;
    }

    private Optional<Over> overAddress(Request request, boolean registers) {
        if (!rates.containsKey(Allowance.Kind.ADDRESS)
                && !rates.containsKey(Allowance.Kind.ADDRESS_REGISTRATIONS)) {
            return Optional.empty();
        }
        String address = addresses.of(request);
        Optional<Over> over = take(Allowance.Kind.ADDRESS, address);
        return over.isEmpty() && registers
                ? take(Allowance.Kind.ADDRESS_REGISTRATIONS, address)
                : over;
    }

    private Optional<Over> take(Allowance.Kind kind, String whose) {
        Rate rate = rates.get(kind);
        return rate == null ? Optional.empty() : take(kind, whose, rate);
    }

    private Optional<Over> take(Allowance.Kind kind, String whose, Rate rate) {
        Allowance allowance = new Allowance(kind, whose, rate);
        return switch (allowances.take(allowance)) {
            case Taking.Taken _ -> Optional.empty();
            case Taking.Spent(var pause) ->
                    Optional.of(new Over(allowance, Excess.over(allowance, pause)));
        };
    }

    /// As many as are let in to register are looked up beside them.
    private boolean mayLook(Allowance spent) {
        Allowance looks = new Allowance(spent.kind(), "look " + spent.whose(), spent.rate());
        return allowances.take(looks) instanceof Taking.Taken;
    }
}
