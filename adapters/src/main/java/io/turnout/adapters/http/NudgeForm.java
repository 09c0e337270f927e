package io.turnout.adapters.http;

import io.turnout.adapters.http.problem.Problem;
import io.turnout.adapters.http.wire.Form;
import io.turnout.application.nudging.Nudge;
import io.turnout.domain.event.EventId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an org says has changed. Only where to look is taken from it.
public record NudgeForm(
        @NotNull(message = "is missing") String type,
        @Size(max = NudgeForm.IDS_MAX, message = "has at most 200 ids")
                @Nullable List<@NotNull(message = "is missing") String> ids)
        implements Form {
    static final int IDS_MAX = 200;

    Nudge.About about() {
        return switch (type) {
            case "event.published", "event.unpublished" -> new Nudge.About.Events(events());
            case "org.updated" -> new Nudge.About.AllEvents();
            case "license.changed" -> new Nudge.About.Licenses();
            case "links.changed" -> new Nudge.About.Links();
            default -> throw Problem.invalid("type", "is none that is known here").toException();
        };
    }

    private List<EventId> events() {
        List<String> given = ids == null ? List.of() : ids;
        if (given.isEmpty()) {
            throw Problem.invalid("ids", "names no event").toException();
        }
        List<EventId> events = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            events.add(event(i, given.get(i)));
        }
        return events.stream().distinct().toList();
    }

    private static EventId event(int i, String id) {
        try {
            return new EventId(id);
        } catch (IllegalArgumentException refused) {
            throw Problem.invalid("ids[" + i + "]", "is not a Salesforce record id").toException();
        }
    }
}
