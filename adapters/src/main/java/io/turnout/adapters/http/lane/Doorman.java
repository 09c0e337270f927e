package io.turnout.adapters.http.lane;

import io.turnout.application.limiting.Allowances;
import io.turnout.domain.limiting.Allowance;
import io.turnout.domain.limiting.Rate;
import io.turnout.domain.limiting.Taking;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns away who asks too often, before a body is gathered for them. A registration is let in
/// nevertheless, as long as there is time for it, to be looked up and no more, since it may repeat
/// one that was admitted.
public final class Doorman extends Handler.Wrapper {
    static final String VISIT = "io.turnout.visit";

    private final Map<Allowance.Kind, Rate> rates;
    private final Allowances allowances;
    private final ClientAddress addresses;
    private final DoorAnswers answers;

    public Doorman(LaneSettings settings, Allowances allowances, DoorAnswers answers) {
        this.rates = settings.rates();
        this.allowances = allowances;
        this.addresses = new ClientAddress(settings.trustedProxies());
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Visit visit = Visit.of(request);
        request.setAttribute(VISIT, visit);
        Optional<Over> over = rates.isEmpty() ? Optional.empty() : over(request, visit);
        if (over.isPresent()) {
            if (!visit.mayRepeat() || !mayLook(over.get().allowance())) {
                return answers.tooMany(over.get().excess(), request, response, callback);
            }
            request.setAttribute(Excess.ATTRIBUTE, over.get().excess());
        }
        return super.handle(request, response, callback);
    }

    private record Over(Allowance allowance, Excess excess) {}

    private Optional<Over> over(Request request, Visit visit) {
        boolean registers = visit.lane() == Lane.REGISTER;
        String address =
                rates.containsKey(Allowance.Kind.ADDRESS)
                                || rates.containsKey(Allowance.Kind.ADDRESS_REGISTRATIONS)
                        ? addresses.of(request)
                        : "";
        Optional<Over> over = take(Allowance.Kind.ADDRESS, address);
        if (over.isEmpty() && registers) {
            over = take(Allowance.Kind.ADDRESS_REGISTRATIONS, address);
        }
        if (over.isEmpty() && registers && visit.org().isPresent()) {
            over = take(Allowance.Kind.ORG, visit.org().get());
        }
        return over;
    }

    private Optional<Over> take(Allowance.Kind kind, String whose) {
        Rate rate = rates.get(kind);
        if (rate == null) {
            return Optional.empty();
        }
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
