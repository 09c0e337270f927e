package io.turnout.application.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What everything that names a process promises.
public abstract class InstanceIdentityContract {
    /// As it is asked by a process that was just started in the same place.
    protected abstract InstanceIdentity booted();

    @Test
    void a_process_is_the_same_for_as_long_as_it_lives() {
        InstanceIdentity process = booted();

        assertThat(process.self()).isEqualTo(process.self());
    }

    @Test
    void whoever_has_its_place_after_it_is_another() {
        assertThat(booted().self().instance()).isNotEqualTo(booted().self().instance());
    }
}
