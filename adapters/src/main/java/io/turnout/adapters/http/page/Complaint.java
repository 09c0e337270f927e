package io.turnout.adapters.http.page;

import io.turnout.adapters.http.RegistrationForm;
import io.turnout.domain.capacity.RoomId;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Something a registrant can put right: where in the form, and in which words.
public record Complaint(String field, String message) {
    private static final Pattern PATH = Pattern.compile("attendees\\[(\\d+)]\\.([a-z]+).*");
    private static final Map<String, String> LABELS =
            Map.of(
                    "email", "E-mail",
                    "name", "Name",
                    "title", "Job title",
                    "company", "Company",
                    "item", "Ticket",
                    "sessions", "Sessions");
    private static final List<String> ORDER =
            List.of("name", "email", "title", "company", "item", "sessions");

    /// Where the whole form is meant.
    static final String FORM = "form";

    /// What the validator of the API finds wrong, person by person, in the order of the fields.
    static List<Complaint> about(RegistrationForm form, Validator validator) {
        return validator.validate(form).stream()
                .map(ConstraintViolation.class::cast)
                .map(found -> of(found.getPropertyPath().toString(), found.getMessage()))
                .distinct()
                .sorted(Comparator.comparingInt(Complaint::place))
                .toList();
    }

    private static Complaint of(String path, String message) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return new Complaint(FORM, "The group " + message);
        }
        String name = matcher.group(2);
        return new Complaint(
                field(Integer.parseInt(matcher.group(1)), name),
                LABELS.getOrDefault(name, name) + " " + message);
    }

    private int place() {
        int dash = field.indexOf('-');
        return dash < 0
                ? -1
                : Integer.parseInt(field.substring(1, dash)) * ORDER.size()
                        + ORDER.indexOf(field.substring(dash + 1));
    }

    /// Whether it is about what was chosen, and not about who comes.
    boolean ofChoice() {
        return field.equals(FORM) || field.endsWith("-item") || field.endsWith("-sessions");
    }

    static String field(int person, String name) {
        return "p" + person + "-" + name;
    }

    /// Where the form first chose a room; the whole form for the event's own.
    static String choosing(RoomId room, List<TypedPerson> people) {
        return switch (room.kind()) {
            case EVENT -> FORM;
            case ITEM -> first(people, "item", person -> named(person.item(), room));
            case SESSION ->
                    first(
                            people,
                            "sessions",
                            person -> person.sessions().stream().anyMatch(id -> named(id, room)));
        };
    }

    private static boolean named(String id, RoomId room) {
        return room.id().startsWith(id);
    }

    private static String first(
            List<TypedPerson> people,
            String name,
            java.util.function.Predicate<TypedPerson> chose) {
        return IntStream.range(0, people.size())
                .filter(i -> chose.test(people.get(i)))
                .mapToObj(i -> field(i, name))
                .findFirst()
                .orElse(FORM);
    }
}
