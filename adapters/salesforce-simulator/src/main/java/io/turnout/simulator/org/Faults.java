package io.turnout.simulator.org;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.schema.ObjectType;
import io.turnout.simulator.schema.Refusal;
import io.turnout.simulator.schema.Schema;
import io.turnout.simulator.schema.Trait;
import io.turnout.simulator.store.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// The troubles an org has at the moment.
public final class Faults {
    private final InstantSource clock;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Map<String, AutoCloseable> ends = new LinkedHashMap<>();
    private int last;

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    /// Adds the fault that was ordered: `{"kind": "cut-after", "calls": 1}`. One that names no
    /// bound lasts ten minutes.
    public synchronized Fault add(JsonNode order) {
        String text = order.path("kind").asText("");
        Fault.Kind kind =
                Fault.Kind.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("no such kind: " + text));
        for (String needed : needs(kind)) {
            if (!order.has(needed)) {
                throw new IllegalArgumentException(text + " needs \"" + needed + "\"");
            }
        }
        Fault fault = new Fault("f" + ++last, kind, order, clock.millis());
        faults.add(fault);
        return fault;
    }

    private static List<String> needs(Fault.Kind kind) {
        return switch (kind) {
            case SLOW -> List.of("millis");
            case VALIDATION_RULE -> List.of("object", "field", "pattern", "message");
            case DUPLICATE_RULE -> List.of("object", "fields");
            case FIELD_REQUIRED, FIELD_REMOVED, FIELD_HIDDEN, FIELD_READONLY ->
                    List.of("object", "field");
            case LOCK -> List.of("id");
            default -> List.of();
        };
    }

    /// Remembers how to end what a fault started.
    public synchronized void onEnd(Fault fault, AutoCloseable end) {
        ends.put(fault.id(), end);
    }

    public List<Fault> all() {
        long now = clock.millis();
        faults.removeIf(fault -> fault.over(now));
        return List.copyOf(faults);
    }

    private List<Fault> all(Fault.Kind kind) {
        return faults.isEmpty()
                ? List.of()
                : all().stream().filter(fault -> fault.kind() == kind).toList();
    }

    /// The fault of this kind that hits this request, if any does.
    public Optional<Fault> strike(Fault.Kind kind, String target) {
        return all(kind).stream().filter(fault -> fault.strikes(target)).findFirst();
    }

    public boolean stands(Fault.Kind kind) {
        return !all(kind).isEmpty();
    }

    public synchronized boolean clear(String id) {
        boolean known = faults.removeIf(fault -> fault.id().equals(id));
        AutoCloseable end = ends.remove(id);
        if (end != null) {
            try {
                end.close();
            } catch (Exception e) {
                throw new IllegalStateException("fault " + id + " does not end", e);
            }
        }
        return known;
    }

    public void clear() {
        for (Fault fault : List.copyOf(faults)) {
            var _ = clear(fault.id());
        }
    }

    List<Schema.Drift> drifts() {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Schema.Drift> drifts = new ArrayList<>();
        for (Fault fault : all()) {
            String field = fault.text("field");
            UnaryOperator<ObjectType> change =
                    switch (fault.kind()) {
                        case FIELD_REMOVED -> type -> type.without(field);
                        case FIELD_REQUIRED -> type -> type.requiring(field);
                        case FIELD_HIDDEN -> type -> type.with(field, Trait.HIDDEN);
                        case FIELD_READONLY -> type -> type.with(field, Trait.READ_ONLY);
                        default -> UnaryOperator.identity();
                    };
            drifts.add(new Schema.Drift(fault.text("object"), change));
        }
        return drifts;
    }

    void check(ObjectType type, Row row, boolean inserting) {
        if (inserting && stands(Fault.Kind.STORAGE_FULL)) {
            throw Refusal.row("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded");
        }
        for (Fault rule : all(Fault.Kind.VALIDATION_RULE)) {
            if (rule.concerns(type.name()) && !satisfies(type, row, rule)) {
                throw Refusal.row(
                        rule.text("code", "FIELD_CUSTOM_VALIDATION_EXCEPTION"),
                        rule.text("message"),
                        rule.text("field"));
            }
        }
    }

    private static boolean satisfies(ObjectType type, Row row, Fault rule) {
        String value =
                type.field(rule.text("field")).map(row::text).map(String::valueOf).orElse("");
        return value.matches(rule.text("pattern"));
    }

    List<List<String>> duplicateRules(ObjectType type) {
        List<List<String>> rules = new ArrayList<>();
        for (Fault rule : all(Fault.Kind.DUPLICATE_RULE)) {
            if (rule.concerns(type.name())) {
                List<String> fields = new ArrayList<>();
                rule.order().path("fields").forEach(name -> fields.add(name.asText()));
                rules.add(fields);
            }
        }
        return rules;
    }
}
