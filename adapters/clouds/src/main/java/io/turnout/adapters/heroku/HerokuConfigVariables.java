package io.turnout.adapters.heroku;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.turnout.application.setting.ConfigVariables;
import io.turnout.domain.cloud.Answer;
import io.turnout.domain.cloud.Failure;
import io.turnout.domain.cloud.Why;
import io.turnout.domain.setting.Applied;
import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.Release;
import io.turnout.domain.setting.Variables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The config vars of an app. Their version is that of its newest release: Heroku makes one of each
/// change, restarts every dyno by it, and keeps the variables of old ones. It cannot compare and
/// write in one step, so the version is read before and whose release came of it after. Who and why
/// stand in a variable of their own, since Heroku knows only whose token it was.
public final class HerokuConfigVariables implements ConfigVariables {
    static final String NOTE = "TURNOUT_CHANGE";
    private static final String VARS = "config-vars";
    private static final String RELEASES = "releases";

    private final HerokuApi api;

    public HerokuConfigVariables(HerokuApi api) {
        this.api = api;
    }

    @Override
    public Answer<Variables> current() {
        return newest().then(version -> api.get(VARS).map(vars -> variables(version, vars)));
    }

    @Override
    public Answer<Applied> apply(Edits edits, long expected, Why why) {
        if (edits.values().containsKey(NOTE)) {
            return Answer.failed(new Failure.Refused(NOTE + " is ours"));
        }
        Note note = new Note(UUID.randomUUID().toString(), why.actor(), why.reason());
        return newest().then(
                        version ->
                                version == expected
                                        ? api.patch(VARS, body(edits, note))
                                        : ConfigVariables.conflict(version))
                .then(_ -> whose(expected + 1, note));
    }

    /// Ours is the first release after the one that was expected, or somebody came in between.
    private Answer<Applied> whose(long next, Note note) {
        return api.get(RELEASES + "/" + next + "/" + VARS)
                .then(
                        vars ->
                                note.equals(Note.of(vars))
                                        ? new Answer.Done<>(
                                                new Applied(next, Applied.Effect.RESTARTING))
                                        : Answer.failed(new Failure.Overtaken("release " + next)));
    }

    @Override
    public Answer<List<Release>> history(int most) {
        return api.newest(RELEASES, most).then(this::releases);
    }

    private Answer<List<Release>> releases(JsonNode list) {
        List<Release> all = new ArrayList<>();
        for (JsonNode release : list) {
            long version = release.path("version").asLong();
            switch (api.get(RELEASES + "/" + version + "/" + VARS)) {
                case Answer.Done<JsonNode>(var vars) -> all.add(release(release, vars));
                case Answer.Failed<JsonNode>(var why) -> {
                    return Answer.failed(why);
                }
            }
        }
        return new Answer.Done<>(all);
    }

    /// A release that was made elsewhere carries the note of an older one: it is Heroku's to tell.
    private static Release release(JsonNode release, JsonNode vars) {
        Note note = Note.of(vars);
        boolean ours = release.path("description").asText().contains(NOTE);
        return new Release(
                release.path("version").asLong(),
                ours ? note.actor() : release.path("user").path("email").asText("unknown"),
                ours ? note.reason() : release.path("description").asText(""),
                Instant.parse(release.path("created_at").asText()));
    }

    @Override
    public Answer<Variables> at(long version) {
        return api.get(RELEASES + "/" + version + "/" + VARS).map(vars -> variables(version, vars));
    }

    private Answer<Long> newest() {
        return api.newest(RELEASES, 1).map(list -> list.path(0).path("version").asLong());
    }

    private static Variables variables(long version, JsonNode vars) {
        Map<String, String> values = new HashMap<>();
        vars.properties().forEach(var -> values.put(var.getKey(), var.getValue().asText()));
        values.remove(NOTE);
        return new Variables(version, values);
    }

    private static ObjectNode body(Edits edits, Note note) {
        ObjectNode body = HerokuApi.JSON.createObjectNode();
        edits.values().forEach((name, value) -> body.put(name, value.orElse(null)));
        return body.put(NOTE, note.text());
    }

    /// Who made a release, why, and by which attempt.
    private record Note(String attempt, String actor, String reason) {
        private static final String BETWEEN = "\t";

        static Note of(JsonNode vars) {
            String[] parts = vars.path(NOTE).asText("").split(BETWEEN, 3);
            return parts.length == 3
                    ? new Note(parts[0], parts[1], parts[2])
                    : new Note("", "", "");
        }

        String text() {
            return String.join(BETWEEN, attempt, actor, reason);
        }
    }
}
