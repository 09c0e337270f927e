package io.turnout.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate LONDON_FORWARD = LocalDate.of(2027, 3, 28);
    private static final LocalDate LONDON_BACK = LocalDate.of(2027, 10, 31);

    private static Window window(String opens, String closes) {
        return new Window(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void a_night_is_from_one_to_five_by_the_orgs_own_clock() {
        assertThat(Window.NIGHT.on(LocalDate.of(2027, 1, 15), SYDNEY))
                .contains(span("2027-01-14T14:00:00Z", "2027-01-14T18:00:00Z"));
        assertThat(Window.NIGHT.on(LocalDate.of(2027, 1, 15), NEW_YORK))
                .contains(span("2027-01-15T06:00:00Z", "2027-01-15T10:00:00Z"));
    }

    @Test
    void a_night_in_which_clocks_go_forward_is_an_hour_shorter() {
        assertThat(Window.NIGHT.on(LONDON_FORWARD, LONDON))
                .contains(span("2027-03-28T01:00:00Z", "2027-03-28T04:00:00Z"));
        assertThat(Window.NIGHT.on(LocalDate.of(2027, 3, 14), NEW_YORK))
                .contains(span("2027-03-14T06:00:00Z", "2027-03-14T09:00:00Z"));
    }

    @Test
    void nothing_begins_in_the_first_of_two_same_hours() {
        assertThat(window("01:30", "05:00").on(LONDON_BACK, LONDON))
                .contains(span("2027-10-31T01:30:00Z", "2027-10-31T05:00:00Z"));
    }

    @Test
    void nothing_goes_on_in_the_second_of_two_same_hours() {
        assertThat(window("00:15", "01:30").on(LONDON_BACK, LONDON))
                .contains(span("2027-10-30T23:15:00Z", "2027-10-31T00:30:00Z"));
    }

    @Test
    void of_a_window_that_clocks_skip_nothing_is_left() {
        assertThat(window("01:10", "01:50").on(LONDON_FORWARD, LONDON)).isEmpty();
        assertThat(window("01:10", "01:50").on(LONDON_FORWARD.plusDays(1), LONDON)).isPresent();
    }

    @Test
    void a_window_may_close_on_the_next_day() {
        assertThat(window("23:00", "02:00").on(LocalDate.of(2027, 1, 15), LONDON))
                .contains(span("2027-01-15T23:00:00Z", "2027-01-16T02:00:00Z"));
    }

    @Test
    void a_window_of_more_than_eight_hours_is_none() {
        assertThat(window("22:00", "06:00").opens()).hasHour(22);
        assertThatThrownBy(() -> window("22:00", "06:01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> window("05:00", "05:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
