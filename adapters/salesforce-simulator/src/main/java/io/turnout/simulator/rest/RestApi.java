package io.turnout.simulator.rest;

import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.RecordId;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Reply;
import java.util.List;

/// Finds who answers what below `/services/data/v66.0`.
public final class RestApi {
    private RestApi() {}

    static Reply answer(Visit visit) {
        return switch (visit.step(0)) {
            case "" -> discovery(visit).resources();
            case "sobjects" ->
                    visit.path().size() == 1 ? discovery(visit).objects() : object(visit);
            case "limits" -> discovery(visit).limits();
            case "query", "queryAll" -> new QueryCalls(visit).answer();
            case "composite" -> composite(visit);
            default -> throw notModelled(visit);
        };
    }

    private static DiscoveryCalls discovery(Visit visit) {
        return new DiscoveryCalls(read(visit));
    }

    /// The visit, when it only looks.
    private static Visit read(Visit visit) {
        if (!visit.method().equals("GET") && !visit.method().equals("HEAD")) {
            throw notAllowed(visit);
        }
        return visit;
    }

    private static Reply object(Visit visit) {
        ObjectType type = visit.type(visit.step(1));
        RowCalls rows = new RowCalls(visit, type);
        return switch (visit.path().size()) {
            case 2 ->
                    switch (visit.method()) {
                        case "POST" -> rows.create();
                        case "GET" -> new DiscoveryCalls(visit).object(type);
                        default -> throw notAllowed(visit);
                    };
            case 3 ->
                    switch (visit.step(2)) {
                        case "describe" -> discovery(visit).describe(type);
                        case "updated" -> new ReplicationCalls(read(visit), type).updated();
                        case "deleted" -> new ReplicationCalls(read(visit), type).deleted();
                        default -> rows.byId(visit.step(2));
                    };
            case 4 -> {
                boolean related = RecordId.parse(visit.step(2)).filter(type::owns).isPresent();
                if (related || visit.step(2).equals("describe")) {
                    throw notModelled(visit);
                }
                yield rows.byKey(visit.step(2), visit.step(3));
            }
            default -> throw Refusal.unknown();
        };
    }

    private static Reply composite(Visit visit) {
        List<String> rest = visit.path().subList(1, visit.path().size());
        String first = rest.isEmpty() ? "" : rest.getFirst();
        if (!first.equals("sobjects") && !visit.method().equals("POST")) {
            throw notAllowed(visit);
        }
        return switch (first) {
            case "" -> new CompositeCalls(visit).answer();
            case "batch" -> new BatchCalls(visit).answer();
            case "graph" -> new GraphCalls(visit).answer();
            case "tree" -> new TreeCalls(visit, visit.type(visit.step(2))).create();
            case "sobjects" -> new CollectionCalls(visit).answer(rest.subList(1, rest.size()));
            default -> throw notModelled(visit);
        };
    }

    public static Refusal notAllowed(Visit visit) {
        return Refusal.request(
                405, "METHOD_NOT_ALLOWED", "HTTP Method '" + visit.method() + "' not allowed.");
    }

    public static Refusal notModelled(Visit visit) {
        return notModelled(visit.exchange());
    }

    static Refusal notModelled(Exchange exchange) {
        return Refusal.request(
                501,
                "NOT_MODELLED",
                "This simulator does not model %s %s. See its README for what it models."
                        .formatted(exchange.method(), exchange.path()));
    }
}
