package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.Finding.Fault;
import io.turnout.domain.connection.Finding.Harm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Compares one object, as the org describes it, with what is needed of it.
final class ObjectCheck {
    private static final String USER = "the permission set of the integration user";

    private final ObjectNeed need;
    private final List<Finding> findings = new ArrayList<>();

    private ObjectCheck(ObjectNeed need) {
        this.need = need;
    }

    /// What is found when the org says that it knows no such object.
    static List<Finding> missing(ObjectNeed need) {
        ObjectCheck check = new ObjectCheck(need);
        check.add(
                Fault.OBJECT_MISSING,
                need.harm(),
                "is not there, or may not be seen",
                ("install the package that has %s, or name your own object in the mapping; then"
                                + " grant access to it in %s")
                        .formatted(need.object(), USER));
        return check.findings;
    }

    static List<Finding> compare(ObjectNeed need, JsonNode describe) {
        ObjectCheck check = new ObjectCheck(need);
        Map<String, DescribedField> fields = new LinkedHashMap<>();
        for (JsonNode one : describe.path("fields")) {
            DescribedField field = new DescribedField(one);
            fields.put(folded(field.name()), field);
        }
        check.object(describe);
        need.fields().forEach(wanted -> check.field(wanted, fields.get(folded(wanted.field()))));
        check.required(List.copyOf(fields.values()));
        return check.findings;
    }

    /// Salesforce's names differ in no case.
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void object(JsonNode describe) {
        boolean writable =
                describe.path("createable").asBoolean() && describe.path("updateable").asBoolean();
        if (need.isWritten() && !writable) {
            add(
                    Fault.OBJECT_READ_ONLY,
                    need.harm(),
                    "may not be created and edited",
                    "grant create and edit on %s in %s".formatted(need.object(), USER));
        }
    }

    private void field(FieldNeed wanted, @Nullable DescribedField field) {
        if (field == null) {
            add(
                    Fault.FIELD_MISSING,
                    wanted,
                    "is not there, or may not be seen",
                    "create %s (%s) or name your own field in the mapping; then grant read%s access"
                                    .formatted(
                                            place(wanted),
                                            wanted.kind().called(),
                                            wanted.use() == FieldNeed.Use.READ ? "" : " and edit")
                            + " to it in "
                            + USER);
            return;
        }
        if (!wanted.kind().fits(field.type())) {
            add(
                    Fault.WRONG_TYPE,
                    wanted,
                    "is of type " + field.type() + ", not " + wanted.kind().called(),
                    "map another field, or make %s a %s"
                            .formatted(place(wanted), wanted.kind().called()));
            return;
        }
        access(wanted, field);
        content(wanted, field);
    }

    private void access(FieldNeed wanted, DescribedField field) {
        boolean fits =
                switch (wanted.use()) {
                    case READ -> true;
                    case UPDATE -> field.is("updateable");
                    case WRITE -> field.is("createable") && field.is("updateable");
                    case KEY -> field.is("createable");
                };
        if (!fits) {
            add(
                    Fault.FIELD_READ_ONLY,
                    wanted,
                    "may not be edited",
                    readOnly(wanted, field).formatted(place(wanted), USER));
        }
        if (wanted.use() == FieldNeed.Use.KEY && !field.is("externalId")) {
            add(
                    Fault.NO_EXTERNAL_ID,
                    wanted,
                    "is no external id",
                    "tick External ID on the field " + place(wanted));
        }
        if (wanted.use() == FieldNeed.Use.KEY && !field.is("unique")) {
            add(
                    Fault.NOT_UNIQUE,
                    wanted,
                    "is not unique",
                    "tick Unique on the field " + place(wanted));
        }
    }

    private static String readOnly(FieldNeed wanted, DescribedField field) {
        if (field.is("calculated") || field.is("autoNumber")) {
            return "%s is a formula or an auto-number, which nobody can write: map another field";
        }
        return wanted.kind() instanceof FieldNeed.Kind.Link && field.is("createable")
                ? "make %s a lookup, or allow reparenting of the master-detail relationship"
                : "grant edit access to %s in %s";
    }

    private void content(FieldNeed wanted, DescribedField field) {
        switch (wanted.kind()) {
            case FieldNeed.Kind.Link(var object) when !field.pointsTo(object) ->
                    add(
                            Fault.WRONG_TARGET,
                            wanted,
                            "does not point to " + object,
                            "map the lookup of %s to %s".formatted(need.object(), object));
            case FieldNeed.Kind.Text(var length) when isTooShort(wanted, field, length) ->
                    add(
                            Fault.TOO_SHORT,
                            tooShort(wanted),
                            Optional.of(wanted.field()),
                            "takes %d characters, and there may be %d"
                                    .formatted(field.length(), length),
                            "make %s longer; longer texts are refused one by one until then"
                                    .formatted(place(wanted)));
            case FieldNeed.Kind.Word(var words) ->
                    words.stream()
                            .filter(word -> !field.takes(word))
                            .forEach(word -> add(wanted, word));
            default -> {}
        }
    }

    private void add(FieldNeed wanted, String word) {
        add(
                Fault.VALUE_UNKNOWN,
                wanted,
                "does not know the value " + word,
                "add the value %s to the picklist %s, or name another in the mapping"
                        .formatted(word, place(wanted)));
    }

    /// What has no length is as long as it gets, and what is only read may have any.
    private static boolean isTooShort(FieldNeed wanted, DescribedField field, int length) {
        return wanted.use() != FieldNeed.Use.READ && field.length() > 0 && field.length() < length;
    }

    /// Every id has the same length, so a key that is too short takes none.
    private static Harm tooShort(FieldNeed wanted) {
        return wanted.use() == FieldNeed.Use.KEY ? wanted.harm() : Harm.SOME_ROWS;
    }

    /// A field that must be filled and that nobody fills: every new record would be refused.
    private void required(List<DescribedField> fields) {
        if (!need.isWritten()) {
            return;
        }
        for (DescribedField field : fields) {
            boolean mapped =
                    need.fields().stream()
                            .anyMatch(one -> one.field().equalsIgnoreCase(field.name()));
            if (field.isRequired() && !mapped) {
                add(
                        Fault.FIELD_REQUIRED,
                        need.harm(),
                        Optional.of(field.name()),
                        "is required, and nothing is mapped to it",
                        "make %s.%s optional, give it a default, or map it"
                                .formatted(need.object(), field.name()));
            }
        }
    }

    private String place(FieldNeed wanted) {
        return need.object() + "." + wanted.field();
    }

    private void add(Fault fault, FieldNeed wanted, String what, String advice) {
        add(fault, wanted.harm(), Optional.of(wanted.field()), what, advice);
    }

    private void add(Fault fault, Harm harm, String what, String advice) {
        add(fault, harm, Optional.empty(), what, advice);
    }

    private void add(Fault fault, Harm harm, Optional<String> field, String what, String advice) {
        findings.add(new Finding(fault, harm, need.object(), field, what, advice));
    }
}
