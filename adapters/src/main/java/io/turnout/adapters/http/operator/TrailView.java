package io.turnout.adapters.http.operator;

import io.turnout.adapters.http.wire.View;
import io.turnout.application.delivery.Trail;
import io.turnout.domain.delivery.CallUsage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One attendee on its way to Salesforce; it names no person.
public record TrailView(
        String attendee,
        String event,
        long version,
        String state,
        String acceptedAt,
        int failures,
        @Nullable Call call,
        @Nullable Arrival arrival,
        @Nullable Refusal refusal)
        implements View {
    static TrailView of(Trail trail) {
        return new TrailView(
                trail.attendee().toString(),
                trail.event().value(),
                trail.version(),
                trail.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                trail.acceptedAt().toString(),
                trail.failures(),
                trail.call().map(Call::of).orElse(null),
                trail.arrival().map(Arrival::of).orElse(null),
                trail.refusal().map(why -> new Refusal(why.code(), why.fields())).orElse(null));
    }

    /// The call that carried it last.
    public record Call(
            String id,
            String kind,
            long attempt,
            String instance,
            int rows,
            String startedAt,
            @Nullable String endedAt,
            @Nullable String outcome,
            @Nullable Long callsUsed,
            @Nullable Long callsOf) {
        static Call of(Trail.Call call) {
            return new Call(
                    call.id().toString(),
                    call.kind(),
                    call.attempt(),
                    call.instance(),
                    call.rows(),
                    call.startedAt().toString(),
                    call.ended().map(end -> end.at().toString()).orElse(null),
                    call.ended().map(Trail.Ended::outcome).orElse(null),
                    call.ended().flatMap(Trail.Ended::usage).map(CallUsage::used).orElse(null),
                    call.ended().flatMap(Trail.Ended::usage).map(CallUsage::max).orElse(null));
        }
    }

    /// Its record in Salesforce, and whether that call created it.
    public record Arrival(String recordId, boolean created, String at) {
        static Arrival of(Trail.Arrival arrival) {
            return new Arrival(arrival.recordId(), arrival.created(), arrival.at().toString());
        }
    }

    /// Salesforce's code and the fields it named.
    public record Refusal(String code, List<String> fields) {}
}
