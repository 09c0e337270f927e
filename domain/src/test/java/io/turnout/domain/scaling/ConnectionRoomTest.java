package io.turnout.domain.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConnectionRoomTest {
    @Test
    void as_many_fit_as_leave_room_for_one_more_and_for_the_database() {
        assertThat(new ConnectionRoom(115, 3, 16).flaw(6)).isEmpty();
        assertThat(new ConnectionRoom(114, 3, 16).flaw(6))
                .contains(
                        "6 instances of 16 connections each, one more that is tried or replaced,"
                                + " and 3 that the database keeps back make 115, and it allows"
                                + " 114");
        assertThat(new ConnectionRoom(100, 3, 200).flaw(Integer.MAX_VALUE)).isPresent();
    }
}
