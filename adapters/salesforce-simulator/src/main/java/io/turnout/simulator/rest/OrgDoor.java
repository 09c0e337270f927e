package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.auth.IdentityDesk;
import io.turnout.simulator.auth.Sessions;
import io.turnout.simulator.org.Call;
import io.turnout.simulator.org.Fault;
import io.turnout.simulator.org.Org;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.wire.Door;
import io.turnout.simulator.wire.Exchange;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The port of one org: OAuth, identity and data, with the troubles that were ordered for it.
public final class OrgDoor implements Door {
    static final int VERSION_MIN = 60;

    /// From here on answers are what they are today, so that clients which ask for an older version
    /// unless told otherwise (50 and 55 and 56) are served too. They are not listed.
    private static final int VERSION_SERVED = 46;

    static final int VERSION_MAX = 68;

    /// SOAP, Bulk 1.0, streaming, Apex and the OAuth flows that are not here.
    private static final Pattern OTHER_WORLDS =
            Pattern.compile("^/(services/(Soap|async|apexrest|oauth2)/|cometd/)");

    private static final String SPENT = "TotalRequests Limit exceeded.";

    private static final String MAINTENANCE =
            "<html><head><title>Maintenance</title></head><body><h1>We are down for"
                    + " maintenance.</h1></body></html>";

    private final Org org;
    private final Function<Visit, Reply> jobs;

    /// `jobs` answers everything below `/jobs`.
    public OrgDoor(Org org, Function<Visit, Reply> jobs) {
        this.org = org;
        this.jobs = jobs;
    }

    @Override
    public Reply answer(Exchange exchange) {
        boolean data = exchange.path().startsWith("/services/data/");
        String query = data && !exchange.rawQuery().isEmpty() ? "?" + exchange.rawQuery() : "";
        String target = exchange.path() + query;
        Call call = org.calls().begin(exchange.method(), target, exchange.body().length);
        Reply reply;
        String outcome;
        try {
            reply = before(exchange).orElseGet(() -> route(exchange, call));
            outcome = reply.status() < 300 ? "ok" : "refused";
        } catch (Refusal refusal) {
            reply = refused(exchange, refusal);
            outcome = "refused: " + refusal.code();
        } catch (RuntimeException e) {
            e.printStackTrace();
            String text = "An unexpected error occurred in the simulator: " + e;
            reply = Errors.reply(Refusal.request(500, "UNKNOWN_EXCEPTION", text));
            outcome = "broken: " + e;
        }
        boolean cut = reply.body() instanceof Reply.Body.Cut;
        if (!cut && org.faults().strike(Fault.Kind.CUT_AFTER, exchange.path()).isPresent()) {
            reply = Reply.cut();
            cut = true;
        }
        org.calls().end(call, reply.status(), cut ? "cut" : outcome);
        return reply.with("X-Simulator-Call", Long.toString(call.id()));
    }

    private Reply refused(Exchange exchange, Refusal refusal) {
        if (refusal.status() == 501) {
            org.calls().count("notModelled", 1);
        }
        Reply reply = Errors.reply(refusal);
        boolean counted = exchange.segments().size() > 2 && refusal.status() != 401;
        return counted ? reply.with("Sforce-Limit-Info", usage(refusal)) : reply;
    }

    /// An org that refuses for want of calls shows none left, also where it was told to refuse.
    private String usage(Refusal refusal) {
        return refusal.message().equals(SPENT) ? org.budget().spentHeader() : org.budget().header();
    }

    /// What goes wrong before anybody looks at the request.
    private Optional<Reply> before(Exchange exchange) {
        String path = exchange.path();
        Optional<Fault> slow = org.faults().strike(Fault.Kind.SLOW, path);
        slow.ifPresent(fault -> sleep(fault.order().path("millis").asLong()));
        if (org.faults().strike(Fault.Kind.CUT_BEFORE, path).isPresent()) {
            return Optional.of(Reply.cut());
        }
        return org.faults()
                .strike(Fault.Kind.OUTAGE, path)
                .or(() -> org.faults().strike(Fault.Kind.UNAVAILABLE, path))
                .map(OrgDoor::unavailable);
    }

    private static Reply unavailable(Fault fault) {
        return fault.text("format").equals("html")
                ? Reply.text(503, "text/html;charset=UTF-8", MAINTENANCE)
                : Errors.reply(Refusal.request(503, "SERVER_UNAVAILABLE", "Server Unavailable"));
    }

    private static Reply noLogin(Fault fault) {
        ObjectNode body = Json.object().put("error", fault.text("error", "invalid_grant"));
        body.put("error_description", fault.text("description", "authentication failure"));
        int status = fault.order().path("status").asInt(400);
        return Reply.json(status, body).with("Cache-Control", "no-store");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply route(Exchange exchange, Call call) {
        List<String> path = exchange.segments();
        String start = String.join("/", path.subList(0, Math.min(3, path.size())));
        return switch (start) {
            case "services/oauth2/token" ->
                    org.faults()
                            .strike(Fault.Kind.LOGIN_REFUSED, exchange.path())
                            .map(OrgDoor::noLogin)
                            .orElseGet(() -> org.tokens().token(exchange));
            case "services/oauth2/revoke" -> org.tokens().revoke(exchange);
            case "services/oauth2/userinfo" -> org.identities().userinfo(exchange);
            case "services/data" -> versions();
            default -> {
                if (!path.isEmpty() && path.getFirst().equals("id")) {
                    yield org.identities().identity(exchange);
                }
                if (!path.isEmpty() && OTHER_WORLDS.matcher(exchange.path()).find()) {
                    throw RestApi.notModelled(exchange);
                }
                if (path.size() < 3 || !start.startsWith("services/data/")) {
                    throw Refusal.unknown();
                }
                yield data(exchange, call);
            }
        };
    }

    private static Reply versions() {
        ArrayNode versions = Json.array();
        String[] seasons = {"Spring", "Summer", "Winter"};
        for (int version = VERSION_MIN; version <= VERSION_MAX; version++) {
            int year = 24 + (version - VERSION_MIN + (version % 3 == 2 ? 3 : 0)) / 3;
            String number = version + ".0";
            var _ =
                    versions.addObject()
                            .put("label", seasons[version % 3] + " '" + year)
                            .put("url", "/services/data/v" + number)
                            .put("version", number);
        }
        return Reply.json(200, versions);
    }

    private Reply data(Exchange exchange, Call call) {
        Sessions.Session session =
                IdentityDesk.token(exchange)
                        .flatMap(org.sessions()::find)
                        .orElseThrow(
                                () ->
                                        Refusal.request(
                                                401,
                                                "INVALID_SESSION_ID",
                                                "Session expired or invalid"));
        if (!isServed(exchange.segments().get(2))) {
            throw Refusal.unknown();
        }
        admit(exchange.path());
        Visit visit = new Visit(new Visit.Who(org, call, session), exchange, null);
        boolean bulk = visit.step(0).equals("jobs");
        Reply reply = bulk ? jobs.apply(visit) : RestApi.answer(visit);
        return reply.with("Sforce-Limit-Info", org.budget().header());
    }

    private static boolean isServed(String version) {
        if (!version.matches("v\\d\\d\\.0")) {
            return false;
        }
        int number = Integer.parseInt(version.substring(1, 3));
        return number >= VERSION_SERVED && number <= VERSION_MAX;
    }

    private void admit(String path) {
        if (org.faults().strike(Fault.Kind.API_DISABLED, path).isPresent()) {
            throw Refusal.request(
                    403,
                    "API_DISABLED_FOR_ORG",
                    "The REST API is not enabled for this Organization.");
        }
        boolean crowded = org.calls().running(org.limits().longCall()) >= org.limits().longCalls();
        if (crowded || org.faults().strike(Fault.Kind.CONCURRENT_LIMIT, path).isPresent()) {
            throw Refusal.request(
                    403,
                    "REQUEST_LIMIT_EXCEEDED",
                    "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
        }
        if (org.faults().strike(Fault.Kind.LIMIT, path).isPresent() || !org.budget().take()) {
            throw Refusal.request(403, "REQUEST_LIMIT_EXCEEDED", SPENT);
        }
    }
}
