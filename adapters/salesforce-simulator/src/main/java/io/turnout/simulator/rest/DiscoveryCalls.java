package io.turnout.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.org.Described;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.wire.Json;
import io.turnout.simulator.wire.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What there is: the resources, the objects and what is left of the limits.
final class DiscoveryCalls {
    private static final List<String> RESOURCES =
            List.of("sobjects", "query", "queryAll", "limits", "composite", "jobs");

    /// Limits nobody here can use up, with what a Developer Edition org shows.
    private static final Map<String, Integer> UNTOUCHED =
            Map.of(
                    "DailyBulkApiBatches", 15_000,
                    "DailyBulkV2QueryJobs", 10_000,
                    "DailyBulkV2QueryFileStorageMB", 976_562,
                    "DataStorageMB", 1_024,
                    "FileStorageMB", 1_024,
                    "HourlyPublishedPlatformEvents", 50_000,
                    "DailyDeliveredPlatformEvents", 10_000);

    private final Visit visit;
    private final DescribeJson describe = new DescribeJson();

    DiscoveryCalls(Visit visit) {
        this.visit = visit;
    }

    Reply resources() {
        ObjectNode node = Json.object();
        RESOURCES.forEach(name -> node.put(name, visit.root() + "/" + name));
        String identity = "/id/" + visit.org().name().id() + "/" + visit.session().user().id();
        node.put("identity", visit.exchange().base() + identity);
        return Reply.json(200, node);
    }

    Reply objects() {
        ObjectNode node = Json.object();
        node.put("encoding", "UTF-8");
        node.put("maxBatchSize", 200);
        var list = node.putArray("sobjects");
        visit.org()
                .database()
                .schema()
                .types()
                .forEach(type -> list.add(describe.brief(type, visit.root())));
        return unlessKnown(Reply.json(200, node));
    }

    Reply object(ObjectType type) {
        ObjectNode node = Json.object();
        node.set("objectDescribe", describe.brief(type, visit.root()));
        node.set("recentItems", Json.array());
        return Reply.json(200, node);
    }

    Reply describe(ObjectType type) {
        Collection<ObjectType> all = visit.org().database().schema().types();
        return unlessKnown(Reply.json(200, describe.full(type, all, visit.root())));
    }

    /// Nothing but 304 for a client that says it has this description already.
    private Reply unlessKnown(Reply reply) {
        long changed = visit.org().described().changed(visit.exchange().path(), reply.text());
        boolean has =
                visit.exchange()
                        .header("If-Modified-Since")
                        .filter(date -> !Described.isNewer(changed, date))
                        .isPresent();
        return (has ? Reply.empty(304) : reply).with("Last-Modified", Described.date(changed));
    }

    Reply limits() {
        ObjectNode node = Json.object();
        int max = visit.org().budget().max();
        node.set("DailyApiRequests", limit(max, max - visit.org().budget().used()));
        UNTOUCHED.forEach((name, most) -> node.set(name, limit(most, most)));
        return Reply.json(200, node);
    }

    private static ObjectNode limit(int max, int remaining) {
        return Json.object().put("Max", max).put("Remaining", Math.max(0, remaining));
    }
}
