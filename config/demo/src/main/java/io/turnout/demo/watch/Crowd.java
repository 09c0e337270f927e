package io.turnout.demo.watch;

import io.turnout.application.UseCases;
import io.turnout.application.registration.IdSource;
import io.turnout.domain.registration.Attendee;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.IdempotencyKey;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.Place;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.registration.RegistrationRequest;
import java.util.List;
import java.util.Optional;

/// People who do not exist and register all the same, through the same use case as everybody, so
/// that there is something to watch.
final class Crowd {
    static final int SIZE = 25;

    private static final List<String> NAMES =
            List.of("Ada", "Grace", "Edsger", "Barbara", "Donald", "Radia", "Tony", "Frances");

    private final UseCases useCases;
    private final IdSource ids;
    private final WatchDoor.View view;

    Crowd(WatchDoor.View view) {
        this.useCases = view.house().useCases();
        this.ids = view.house().ports().ids();
        this.view = view;
    }

    void register() {
        for (int i = 0; i < SIZE; i++) {
            var _ = useCases.registerAttendees().register(request(NAMES.get(i % NAMES.size())));
        }
    }

    private RegistrationRequest request(String name) {
        String key = ids.next().toString();
        Person person =
                new Person(
                        "crowd-" + key + "@example.com",
                        name + " of the crowd",
                        Optional.empty(),
                        Optional.of("Example Ltd"));
        Attendee attendee =
                new Attendee(
                        new AttendeeId(ids.next()), person, new Place(view.ticket(), List.of()));
        return new RegistrationRequest(
                view.org(),
                view.events().getLast(),
                new IdempotencyKey(key),
                new RegistrationId(ids.next()),
                List.of(attendee),
                Optional.empty());
    }
}
