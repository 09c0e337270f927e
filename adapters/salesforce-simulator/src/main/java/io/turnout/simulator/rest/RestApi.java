package io.turnout.simulator.rest;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Reply;
import java.util.List;

/// Finds who answers what below `/services/data/v66.0`.
final class RestApi {
    private RestApi() {}

    static Reply answer(Visit visit) {
        return switch (visit.step(0)) {
            case "sobjects" -> sobjects(visit);
            case "composite" -> composite(visit);
            default -> throw notModelled(visit);
        };
    }

    private static Reply sobjects(Visit visit) {
        if (visit.path().size() == 1) {
            throw notModelled(visit);
        }
        ObjectType type = visit.type(visit.step(1));
        RowCalls rows = new RowCalls(visit, type);
        return switch (visit.path().size()) {
            case 2 -> {
                if (!visit.method().equals("POST")) {
                    throw notAllowed(visit);
                }
                yield rows.create();
            }
            case 3 -> rows.byId(visit.step(2));
            case 4 -> rows.byKey(visit.step(2), visit.step(3));
            default -> throw Refusal.unknown();
        };
    }

    private static Reply composite(Visit visit) {
        List<String> rest = visit.path().subList(1, visit.path().size());
        if (!rest.isEmpty() && rest.getFirst().equals("sobjects")) {
            return new CollectionCalls(visit).answer(rest.subList(1, rest.size()));
        }
        throw notModelled(visit);
    }

    static Refusal notAllowed(Visit visit) {
        return Refusal.request(
                405, "METHOD_NOT_ALLOWED", "HTTP Method '" + visit.method() + "' not allowed.");
    }

    static Refusal notModelled(Visit visit) {
        return Refusal.request(
                501,
                "NOT_MODELLED",
                "This simulator does not model "
                        + visit.method()
                        + " "
                        + visit.exchange().path()
                        + ". See its README for what it models.");
    }
}
