package io.turnout.application.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Outbox;
import io.turnout.application.delivery.Relay;
import io.turnout.domain.connection.Finding;
import io.turnout.domain.connection.SchemaReport;
import io.turnout.domain.connection.SchemaRule;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.Receipt;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every place that keeps the findings promises: one looks at a time and no more often than it
/// pays, and rows that wait for a field neither suffer for it nor wait longer than they must.
public abstract class SchemaChecksContract {
    private static final SchemaReport SOUND = new SchemaReport.Described(List.of());
    private static final SchemaReport AWAY = new SchemaReport.Unanswered("the org is away");
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final BatchRule ONE =
            new BatchRule(1, Duration.ofSeconds(1), 200, Duration.ZERO);

    private Storage storage;
    private SchemaChecks checks;
    private Fair fair;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        checks = storage.schemaChecks();
        fair = Fair.of(storage, 100);
    }

    public static SchemaReport broken(Finding.Harm harm) {
        return new SchemaReport.Described(
                List.of(
                        new Finding(
                                Finding.Fault.FIELD_MISSING,
                                harm,
                                "Attendee__c",
                                Optional.of("Title__c"),
                                "is not there",
                                "create it")));
    }

    private boolean isDue(String version) {
        return !checks.due(Map.of(fair.org(), version)).isEmpty();
    }

    private void look(SchemaReport report) {
        assertThat(checks.claim(fair.org(), "v1")).isTrue();
        checks.keep(fair.org(), "v1", report);
    }

    @Test
    void whoever_was_never_looked_at_is_due() {
        assertThat(isDue("v1")).isTrue();
        assertThat(checks.find(List.of(fair.org()))).isEmpty();
    }

    @Test
    void what_was_found_is_kept_with_its_moment() {
        SchemaReport found = broken(Finding.Harm.SOME_ROWS);

        look(found);

        assertThat(checks.find(List.of(fair.org())))
                .containsOnlyKeys(fair.org())
                .allSatisfy((_, checked) -> assertThat(checked.report()).isEqualTo(found));
        look("v2", AWAY);
        assertThat(checks.find(List.of(fair.org())).values())
                .singleElement()
                .extracting(SchemaChecks.Checked::report)
                .isEqualTo(AWAY);
    }

    private void look(String version, SchemaReport report) {
        assertThat(checks.claim(fair.org(), version)).isTrue();
        checks.keep(fair.org(), version, report);
    }

    @Test
    void a_day_lies_between_two_looks() {
        look(SOUND);

        storage.elapse(SchemaRule.AT_REST.minus(MOMENT.multipliedBy(30)));
        assertThat(isDue("v1")).isFalse();
        assertThat(checks.claim(fair.org(), "v1")).isFalse();

        storage.elapse(MOMENT.multipliedBy(30));
        assertThat(isDue("v1")).isTrue();
    }

    @Test
    void another_mapping_is_looked_at_at_once() {
        look(SOUND);

        assertThat(isDue("v1")).isFalse();
        assertThat(isDue("v2")).isTrue();
    }

    @Test
    void who_did_not_answer_is_asked_again_in_an_hour() {
        look(AWAY);

        storage.elapse(SchemaRule.UNANSWERED.minus(MOMENT.multipliedBy(30)));
        assertThat(isDue("v1")).isFalse();
        storage.elapse(MOMENT.multipliedBy(30));
        assertThat(isDue("v1")).isTrue();
    }

    @Test
    void of_eight_who_ask_at_once_one_looks_until_its_turn_is_over() {
        List<Boolean> turns = Race.of(8, _ -> checks.claim(fair.org(), "v1"));

        assertThat(Collections.frequency(turns, true)).isEqualTo(1);
        assertThat(isDue("v1")).isFalse();
        storage.elapse(SchemaChecks.TURN);
        assertThat(checks.claim(fair.org(), "v1")).isTrue();
    }

    @Test
    void of_eight_who_ask_for_the_same_change_one_looks_each_time() {
        look(SOUND);
        for (int i = 0; i < 20; i++) {
            String changed = "change " + i;

            List<Boolean> turns = Race.of(8, _ -> checks.claim(fair.org(), changed));

            assertThat(Collections.frequency(turns, true)).as(changed).isEqualTo(1);
            checks.keep(fair.org(), changed, SOUND);
        }
    }

    private Batch drift() {
        Batch batch = Relay.take(storage, fair, ONE).orElseThrow();
        storage.outbox().settle(batch, new Receipt.Drifted("INVALID_FIELD [Title__c]"));
        return batch;
    }

    @Test
    void a_lane_that_drifted_stands_still_until_somebody_looks_and_finds_it_right() {
        look(SOUND);
        var _ = fair.admit(fair.group(5));
        Batch refused = drift();
        storage.elapse(SchemaRule.DRIFTED);
        assertThat(Relay.take(storage, fair, ONE)).isEmpty();
        assertThat(isDue("v1")).isTrue();

        look(broken(Finding.Harm.DELIVERY));
        assertThat(Relay.take(storage, fair, ONE)).isEmpty();
        assertThat(Relay.lane(storage.outbox(), fair).waiting()).isEqualTo(5);

        assertThat(isDue("v1")).isFalse();
        storage.elapse(SchemaRule.DRIFTED);
        look(SOUND);
        Batch again = Relay.take(storage, fair, ONE).orElseThrow();
        assertThat(again.attendees()).containsExactlyInAnyOrderElementsOf(refused.attendees());
    }

    @Test
    void rows_that_wait_for_a_field_do_not_grow_old_by_it() {
        var _ = fair.admit(fair.group(1));
        for (int i = 0; i < 30; i++) {
            var _ = drift();
            storage.elapse(SchemaRule.DRIFTED);
            look(SOUND);
        }

        Batch batch = Relay.take(storage, fair, ONE).orElseThrow();
        storage.outbox().settle(batch, Relay.answered(List.of(Relay.refused())));

        assertThat(storage.outbox().setAside(fair.org(), 10))
                .singleElement()
                .extracting(Outbox.SetAside::failures)
                .isEqualTo(1);
    }

    @Test
    void what_hinders_only_others_starts_the_lane_again() {
        var _ = fair.admit(fair.group(1));
        var _ = drift();

        look(broken(Finding.Harm.COUNTS));

        assertThat(Relay.take(storage, fair, ONE)).isPresent();
    }

    @Test
    void an_org_that_could_not_be_asked_stays_as_it_is() {
        var _ = fair.admit(fair.group(1));
        var _ = drift();

        look(AWAY);

        assertThat(Relay.take(storage, fair, ONE)).isEmpty();
        storage.elapse(SchemaRule.DRIFTED);
        assertThat(isDue("v1")).isTrue();
    }

    @Test
    void a_look_that_nobody_could_take_does_not_hold_the_lane_for_ever() {
        var _ = fair.admit(fair.group(1));
        var _ = drift();

        storage.elapse(Duration.ofMinutes(61));

        assertThat(Relay.take(storage, fair, ONE)).isPresent();
    }
}
