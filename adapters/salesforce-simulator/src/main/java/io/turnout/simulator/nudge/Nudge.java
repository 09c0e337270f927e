package io.turnout.simulator.nudge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.simulator.wire.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// One message: something of this type happened to these rows. It says no more than that; whoever
/// gets it asks the org how things stand now.
public record Nudge(String type, List<String> ids) {
    static final int IDS_MAX = 200;

    public static final String PUBLISHED = "event.published";
    static final String UNPUBLISHED = "event.unpublished";
    static final String LICENSE = "license.changed";
    static final String LINKS = "links.changed";
    public static final String UPDATED = "org.updated";

    public Nudge {
        ids = List.copyOf(ids);
    }

    /// As many messages as these ids need, 200 in each; none for no ids.
    static List<Nudge> of(String type, Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<Nudge> nudges = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IDS_MAX) {
            int to = Math.min(all.size(), from + IDS_MAX);
            nudges.add(new Nudge(type, all.subList(from, to)));
        }
        return nudges;
    }

    String body() {
        ObjectNode body = Json.object().put("type", type);
        ids.forEach(body.putArray("ids")::add);
        return body.toString();
    }
}
