package io.turnout.adapters.unleash;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.flags.DefinitionsCopy;
import io.turnout.application.flags.FlagDefinitions;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.rollout.Flag;
import io.turnout.domain.rollout.Overlay;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Definitions as an Unleash server hands them out. What it said last holds while it is away, slow
/// or talks nonsense; after a start without it, what any instance heard last; and in a house that
/// never heard of it, what was decided here.
public final class ServerDefinitions implements FlagDefinitions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDefinitions.class);
    private static final String FEATURES = "/api/client/features";
    private static final int NOT_MODIFIED = 304;

    private final SdkDefinitions sdk = new SdkDefinitions();
    private final UnleashHttp http;
    private final String environment;
    private final DefinitionsCopy copy;
    private String etag = "";
    private String known = "";
    private boolean heard;
    private volatile String trouble = "";
    private volatile Optional<JsonNode> sight = Optional.empty();

    /// @param token one that reads the definitions of the place's environment
    public ServerDefinitions(UnleashFlagServer.Place place, String token, DefinitionsCopy copy) {
        this.http = new UnleashHttp(place.server(), token);
        this.environment = place.environment();
        this.copy = copy;
    }

    @Override
    public boolean isOn(Flag flag, OrgId org) {
        return sdk.isOn(flag, org);
    }

    /// Only as long as nothing was ever heard of the server.
    @Override
    public synchronized void follow(Overlay overlay) {
        if (!heard) {
            copy.last(environment)
                    .filter(body -> Definitions.read(body).isPresent())
                    .ifPresentOrElse(this::hear, () -> take(Definitions.compiled(overlay)));
        }
    }

    private void hear(String body) {
        heard = true;
        take(body);
    }

    private void take(String body) {
        if (!body.equals(known)) {
            sdk.take(body);
            known = body;
        }
    }

    /// Asks once. What goes wrong is said once, until it is another thing or well again.
    public synchronized void poll() {
        Optional<UnleashHttp.Answer> answer = http.get(FEATURES, etag);
        if (answer.isEmpty()) {
            failed("does not answer");
        } else if (answer.get().status() == NOT_MODIFIED) {
            well();
        } else if (answer.get().status() != 200) {
            failed("answers " + answer.get().status());
        } else {
            read(answer.get());
        }
    }

    private void read(UnleashHttp.Answer answer) {
        Optional<JsonNode> root = Definitions.read(answer.body());
        if (root.isEmpty()) {
            failed("answers what are no definitions");
            return;
        }
        hear(answer.body());
        etag = answer.etag();
        sight = root;
        well();
        copy.keep(environment, answer.body());
    }

    private void failed(String how) {
        sight = Optional.empty();
        etag = "";
        if (!trouble.equals(how)) {
            LOG.warn("the Unleash server {}; what it said last holds", how);
            trouble = how;
        }
    }

    private void well() {
        if (!trouble.isEmpty()) {
            LOG.info("the Unleash server is well again");
            trouble = "";
        }
    }

    @Override
    public boolean isFresh() {
        return sight.isPresent();
    }

    /// What the server does instead of answering, in words.
    Optional<String> trouble() {
        return Optional.of(trouble).filter(how -> !how.isEmpty());
    }

    /// What the server handed out at the last poll, if that went well.
    Optional<JsonNode> sight() {
        return sight;
    }

    @Override
    public void close() {
        http.close();
        sdk.close();
    }
}
