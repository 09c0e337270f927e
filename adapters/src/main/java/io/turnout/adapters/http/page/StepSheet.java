package io.turnout.adapters.http.page;

import java.util.List;
import java.util.stream.Stream;

/// One step of a checkout in steps: choose, people or review. `until` tells how long the seats are
/// held, where they are.
public record StepSheet(
        FormSheet form, String step, String path, String until, List<String> places) {
    static final String CHOOSE = "choose";
    static final String PEOPLE = "people";
    static final String REVIEW = "review";

    static StepSheet choose(EventSheet event, TypedForm typed, List<Complaint> complaints) {
        return new StepSheet(
                FormSheet.of(event, typed, complaints, false), CHOOSE, path(event), "", List.of());
    }

    static StepSheet held(
            String step,
            EventSheet event,
            TypedForm typed,
            List<Complaint> complaints,
            String until) {
        return new StepSheet(
                FormSheet.of(event, typed, complaints, false),
                step,
                path(event),
                until,
                typed.people().stream().map(person -> place(event, person)).toList());
    }

    private static String place(EventSheet event, TypedPerson person) {
        return String.join(
                ", ",
                Stream.concat(Stream.of(person.item()), person.sessions().stream())
                        .map(id -> event.choice(id).map(EventSheet.Choice::name).orElse(id))
                        .toList());
    }

    static String path(EventSheet event) {
        return event.path() + "/checkout";
    }
}
