package io.turnout.adapters.http.page;

import io.turnout.domain.registration.RegistrationRequest;
import java.util.List;
import java.util.stream.IntStream;

/// The page of an event with its form: what was typed so far, and what is wrong with it; and
/// whether there is something to wait for.
public record FormSheet(
        EventSheet event,
        String key,
        String link,
        List<PersonSheet> people,
        List<Complaint> complaints,
        boolean line) {
    static FormSheet of(
            EventSheet event, TypedForm typed, List<Complaint> complaints, boolean line) {
        return new FormSheet(
                event,
                typed.key(),
                typed.link(),
                IntStream.range(0, typed.people().size())
                        .mapToObj(i -> PersonSheet.of(event, typed, i, complaints))
                        .toList(),
                complaints,
                line);
    }

    public boolean full() {
        return people.size() >= RegistrationRequest.GROUP_MAX;
    }

    /// Whether it is for one person, whom a link invites.
    public boolean invited() {
        return !link.isEmpty();
    }

    @Override
    public String toString() {
        return "FormSheet[" + event.path() + "]";
    }

    /// The fields of one of the group. A single ticket is chosen from the start.
    public record PersonSheet(
            int index,
            List<Field> fields,
            String item,
            List<String> sessions,
            String itemError,
            String sessionsError) {
        static PersonSheet of(
                EventSheet event, TypedForm typed, int index, List<Complaint> complaints) {
            TypedPerson person = typed.people().get(index);
            boolean self = index == 0;
            boolean single = person.item().isEmpty() && event.items().size() == 1;
            return new PersonSheet(
                    index,
                    List.of(
                            field(index, "name", person.name(), complaints)
                                    .as("Name", self ? "name" : "off"),
                            field(index, "email", person.email(), complaints)
                                    .as("E-mail", self ? "email" : "off"),
                            field(index, "title", person.title(), complaints)
                                    .as("Job title", self ? "organization-title" : "off"),
                            field(index, "company", person.company(), complaints)
                                    .as("Company", self ? "organization" : "off")),
                    single ? event.items().getFirst().id() : person.item(),
                    person.sessions(),
                    error(Complaint.field(index, "item"), complaints),
                    error(Complaint.field(index, "sessions"), complaints));
        }

        private static Field field(
                int person, String name, String value, List<Complaint> complaints) {
            String id = Complaint.field(person, name);
            String shown = Words.printable(value);
            return new Field(id, "p" + person + "." + name, shown, error(id, complaints), "", "");
        }

        private static String error(String field, List<Complaint> complaints) {
            return complaints.stream()
                    .filter(complaint -> complaint.field().equals(field))
                    .map(Complaint::message)
                    .findFirst()
                    .orElse("");
        }
    }

    /// One line of text. `error` is empty where nothing is wrong.
    public record Field(
            String id, String name, String value, String error, String label, String autocomplete) {
        Field as(String newLabel, String completion) {
            return new Field(id, name, value, error, newLabel, completion);
        }

        public boolean required() {
            return name.endsWith("name") || name.endsWith("email");
        }

        @Override
        public String toString() {
            return "Field[" + id + "]";
        }
    }
}
