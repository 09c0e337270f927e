package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.contract.Fair;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys.Name;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.RegistrationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Key management cannot be reached, or says no, while people register.
class KeyServiceAwayTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final PostgresStorage postgres = new PostgresStorage();
    private final KeyService service = new KeyService();
    private final OpenKeys keys = new OpenKeys(service, new PostgresOrgKeys(postgres.gate()));
    private final AdmissionDesk desk = new AdmissionDesk(postgres.gate(), AdmissionSettings.USUAL);
    private final RegistrationBook book =
            new PostgresRegistrationBook(postgres.gate(), new TinkVault(keys), desk);
    private final Fair fair = Fair.of(postgres, 1_000);

    @BeforeEach
    void open() {
        desk.start();
    }

    @AfterEach
    void close() {
        desk.close();
        postgres.close();
    }

    private static final class KeyService implements KeyManagement {
        private final KeyManagement there = new LocalKeyManagement(new byte[32]);
        private final AtomicInteger calls = new AtomicInteger();
        private State state = State.THERE;

        enum State {
            THERE,
            AWAY,
            DENIES
        }

        private KeyManagement called() {
            int _ = calls.incrementAndGet();
            return switch (state) {
                case THERE -> there;
                case AWAY -> throw new UncheckedIOException(new IOException("no answer"));
                case DENIES -> throw new IllegalStateException("disabled by its owner");
            };
        }

        @Override
        public byte[] wrap(Name name, byte[] key) {
            return called().wrap(name, key);
        }

        @Override
        public byte[] fresh(Name name) {
            return called().fresh(name);
        }

        @Override
        public byte[] unwrap(Name name, byte[] wrapped) {
            return called().unwrap(name, wrapped);
        }

        @Override
        public Master master(byte[] wrapped) {
            return there.master(wrapped);
        }
    }

    private void register(Fair at) {
        RegistrationRequest one = at.group(1);
        assertThat(book.decide(one, standing -> Admission.decide(one, standing)))
                .isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void people_register_for_a_day_without_it_and_no_longer() {
        register(fair);
        keys.refresh(NOON);
        service.state = KeyService.State.AWAY;

        for (int hour = 0; hour < 24; hour++) {
            keys.refresh(NOON.plus(Duration.ofHours(hour)));
            register(fair);
        }
        keys.refresh(NOON.plus(Duration.ofHours(24)).minusMillis(1));
        register(fair);
        keys.refresh(NOON.plus(Duration.ofHours(24)));

        assertThatThrownBy(() -> register(fair)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void once_it_answers_again_a_day_begins_anew() {
        register(fair);
        keys.refresh(NOON);
        service.state = KeyService.State.AWAY;
        keys.refresh(NOON.plus(Duration.ofHours(23)));
        service.state = KeyService.State.THERE;
        keys.refresh(NOON.plus(Duration.ofHours(23)));
        service.state = KeyService.State.AWAY;

        keys.refresh(NOON.plus(Duration.ofHours(46)));

        register(fair);
    }

    @Test
    void what_it_denies_is_dropped_as_soon_as_it_is_asked() {
        register(fair);
        keys.refresh(NOON);
        service.state = KeyService.State.DENIES;
        keys.refresh(NOON.plus(Duration.ofMinutes(59)));
        register(fair);

        keys.refresh(NOON.plus(Duration.ofHours(1)));

        assertThatThrownBy(() -> register(fair)).hasMessageContaining("does not open");
    }

    @Test
    void it_is_not_called_while_people_register_and_once_an_hour_otherwise() {
        register(fair);
        keys.refresh(NOON);
        int before = service.calls.get();

        for (int i = 0; i < 100; i++) {
            register(fair);
            keys.refresh(NOON.plus(Duration.ofSeconds(i * 35L)));
        }
        assertThat(service.calls.get()).isEqualTo(before);

        keys.refresh(NOON.plus(Duration.ofHours(1)));
        assertThat(service.calls.get()).isEqualTo(before + 4);
    }

    @Test
    void an_org_that_nobody_asked_for_before_waits_until_it_answers() {
        service.state = KeyService.State.AWAY;
        assertThatThrownBy(() -> register(fair)).isInstanceOf(UncheckedIOException.class);
        assertThat(keys.warm(10)).isZero();
        service.state = KeyService.State.THERE;

        register(fair);
        assertThat(keys.warm(10)).isPositive();
    }
}
