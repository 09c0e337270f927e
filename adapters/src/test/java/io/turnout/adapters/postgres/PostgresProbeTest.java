package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class PostgresProbeTest {
    private static final String OURS = PostgresServer.freshUrl();

    @Test
    void a_database_of_ours_with_room_for_all_pools_is_fine() {
        assertThat(PostgresProbe.ask(OURS, new Properties(), 2, 1)).isEmpty();
    }

    @Test
    void pools_that_are_larger_than_the_database_are_told_both_numbers() {
        assertThat(PostgresProbe.ask(OURS, new Properties(), 1_000, 99))
                .get()
                .asString()
                .contains("99 instances of 1000 connections each", "100003");
    }

    @Test
    void nobody_at_that_place_and_somebody_elses_tables_are_told_apart() {
        assertThat(
                        PostgresProbe.ask(
                                "jdbc:postgresql://127.0.0.1:1/turnout", new Properties(), 2, 1))
                .contains("does not answer, or not us");
        assertThat(
                        PostgresProbe.ask(
                                OURS.replaceFirst("/[^/?]+(\\?|$)", "/template1$1"),
                                new Properties(),
                                2,
                                1))
                .contains("leads to a database that has not our tables");
    }
}
