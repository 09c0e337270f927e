package io.turnout.application.nudging;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.publishing.Refreshes;
import io.turnout.domain.event.EventId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of what orgs tell us.
public abstract class NudgesContract {
    private Storage storage;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        fair = Fair.of(storage, 6);
    }

    private Nudge nudge(String id, EventId... events) {
        return new Nudge(fair.org(), id, new Nudge.About.Events(List.of(events)));
    }

    private List<Refreshes.View> pending() {
        return storage.refreshes().look(fair.org(), 100).stream()
                .filter(Refreshes.View::pending)
                .toList();
    }

    @Test
    void what_a_nudge_names_is_wanted_when_it_is_acknowledged() {
        assertThat(storage.nudges().keep(nudge("m-1", fair.event()))).isTrue();

        assertThat(pending())
                .singleElement()
                .satisfies(view -> assertThat(view.event()).isEqualTo(fair.event()));
    }

    @Test
    void the_same_message_is_heard_once_however_often_and_wherever_it_comes() {
        List<Boolean> heard = Race.of(20, _ -> storage.nudges().keep(nudge("m-1", fair.event())));

        assertThat(heard.stream().filter(yes -> yes)).hasSize(1);
        assertThat(storage.nudges().keep(nudge("m-1", Ids.event()))).isFalse();
        assertThat(pending()).hasSize(1);
        assertThat(storage.nudges().keep(nudge("m-2", Ids.event()))).isTrue();
        assertThat(pending()).hasSize(2);
    }

    @Test
    void a_message_of_one_org_is_not_anothers() {
        Fair other = Fair.of(storage, 6);
        assertThat(storage.nudges().keep(nudge("m-1", fair.event()))).isTrue();

        assertThat(
                        storage.nudges()
                                .keep(
                                        new Nudge(
                                                other.org(),
                                                "m-1",
                                                new Nudge.About.Events(List.of(other.event())))))
                .isTrue();
    }

    @Test
    void messages_are_forgotten_when_their_signature_has_long_been_too_old() {
        assertThat(storage.nudges().keep(nudge("m-1", fair.event()))).isTrue();
        storage.elapse(Duration.ofMinutes(10));
        assertThat(storage.nudges().keep(nudge("m-1", fair.event()))).isFalse();

        storage.elapse(Nudges.REMEMBERED);

        assertThat(storage.nudges().keep(nudge("m-1", fair.event()))).isTrue();
    }

    @Test
    void all_events_and_links_name_none() {
        storage.catalogPolls().watch(fair.org());

        assertThat(storage.nudges().keep(new Nudge(fair.org(), "m-1", new Nudge.About.AllEvents())))
                .isTrue();
        assertThat(storage.nudges().keep(new Nudge(fair.org(), "m-2", new Nudge.About.Links())))
                .isTrue();

        assertThat(pending()).isEmpty();
        assertThat(storage.catalogPolls().look(fair.org()).orElseThrow().lastNudge()).isPresent();
    }
}
