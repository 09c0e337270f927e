package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.flags.FlagServer;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Reach;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Unleash server that shows what was decided here.
public final class UnleashFlagServer implements FlagServer, AutoCloseable {
    private static final int EVENTS = 20;
    private static final String NOT_OF_A_NAME = "[^A-Za-z0-9._-]";
    private static final int NAME_MAX = 100;
    private static final int WORDS_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(UnleashFlagServer.class);

    private final ServerDefinitions definitions;
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private final UnleashHttp http;
    private final ManagedFlag managed;
    private @Nullable String ourselves;

    /// @param place which server, and which of its projects and environments
    /// @param token one by which the server knows us from others
    public UnleashFlagServer(ServerDefinitions definitions, Place place, String token) {
        this.definitions = definitions;
        this.http = new UnleashHttp(place.server(), token);
        this.managed = new ManagedFlag(http, place);
    }

    /// Where flags are kept.
    public record Place(URI server, String project, String environment) {}

    @Override
    public Optional<Sight> look() {
        return definitions.sight().map(root -> new Sight(ShownFlags.of(root), definitions));
    }

    @Override
    public Showing show(Flag flag, Reach reach) {
        int orgs = Layout.size(reach);
        int max = Layout.room(reach);
        if (orgs > max) {
            if (full.add(flag.key())) {
                LOG.warn(
                        "{} names {} orgs; the Unleash server has room for {}",
                        flag.key(),
                        orgs,
                        max);
            }
            return new Showing.NoRoom(orgs, max);
        }
        managed.show(flag, reach);
        if (full.remove(flag.key())) {
            LOG.info("the Unleash server has room for the orgs of {} again", flag.key());
        }
        return new Showing.Done();
    }

    /// What whoever looks after the house should know; empty while all is well.
    public Optional<String> remark() {
        return definitions
                .trouble()
                .map(how -> "the Unleash server " + how)
                .or(
                        () ->
                                full.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                "the Unleash server has no room for the orgs of "
                                                        + full));
    }

    @Override
    public Optional<Edit> lastEdit(Flag flag) {
        JsonNode events = http.read("/api/admin/search/events?limit=" + EVENTS).path("events");
        for (JsonNode event : events) {
            boolean about =
                    event.path("featureName").asText().equals(flag.key())
                            || managed.isSegment(flag, event.at("/data/name").asText())
                            || managed.isSegment(flag, event.at("/preData/name").asText());
            if (about && !event.path("createdBy").asText().equals(ourselves())) {
                return Optional.of(edit(event));
            }
        }
        return Optional.empty();
    }

    /// Only what our trail admits: a name that is an address is cut before the sign.
    private static Edit edit(JsonNode event) {
        String name = event.path("createdBy").asText().replaceFirst("@.*", "");
        String plain = name.replaceAll(NOT_OF_A_NAME, "-");
        return new Edit(
                clipped(event.path("type").asText().toLowerCase(Locale.ROOT), WORDS_MAX),
                plain.isEmpty() ? "somebody" : clipped(plain, NAME_MAX),
                Instant.parse(event.path("createdAt").asText()));
    }

    private static String clipped(String text, int max) {
        return text.substring(0, Math.min(max, text.length()));
    }

    private synchronized String ourselves() {
        if (ourselves == null) {
            JsonNode user = http.read("/api/admin/user").path("user");
            ourselves = user.path("username").asText(user.path("email").asText());
        }
        return ourselves;
    }

    @Override
    public void close() {
        http.close();
    }
}
