package io.turnout.domain.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LicenseTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OrgId ORG = new OrgId("00DTURNOUT0000125A");
    private static final OrgId OTHER = new OrgId("00DTURNOUT0000225A");

    private static License confirmed(LicenseStatus status) {
        return new License("L-1", status, ORG, Optional.of(NOON));
    }

    @Test
    void a_yes_is_believed_for_72_hours_and_not_a_second_longer() {
        License license = confirmed(LicenseStatus.ACTIVE);

        assertThat(license.activeAt(NOON)).isTrue();
        assertThat(license.activeAt(NOON.plus(Duration.ofDays(3)).minusSeconds(1))).isTrue();
        assertThat(license.activeAt(NOON.plus(Duration.ofDays(3)))).isTrue();
        assertThat(license.activeAt(NOON.plus(Duration.ofDays(3)).plusSeconds(1))).isFalse();
    }

    @Test
    void a_no_is_heeded_at_once() {
        assertThat(confirmed(LicenseStatus.EXPIRED).activeAt(NOON)).isFalse();
        assertThat(confirmed(LicenseStatus.SUSPENDED).activeAt(NOON)).isFalse();
    }

    @Test
    void what_was_granted_by_hand_does_not_age() {
        License license = new License("L-1", LicenseStatus.ACTIVE, ORG);

        assertThat(license.activeAt(NOON.plus(Duration.ofDays(10_000)))).isTrue();
    }

    private static Issued issued(String number, LicenseStatus status, int second) {
        return new Issued(number, status, ORG, NOON.plusSeconds(second));
    }

    @Test
    void of_several_an_active_one_counts_else_the_one_written_last() {
        Issued old = issued("L-1", LicenseStatus.ACTIVE, 1);
        Issued suspended = issued("L-2", LicenseStatus.SUSPENDED, 2);
        Issued expired = issued("L-3", LicenseStatus.EXPIRED, 3);
        Issued others = new Issued("L-4", LicenseStatus.EXPIRED, OTHER, NOON);

        assertThat(Issued.counting(List.of(expired, old, suspended, others)))
                .containsExactlyInAnyOrder(old, others);
        assertThat(Issued.counting(List.of(expired, suspended))).containsExactly(expired);
        assertThat(Issued.counting(List.of())).isEmpty();
    }

    @Test
    void a_licence_without_a_number_is_none() {
        assertThatThrownBy(() -> issued(" ", LicenseStatus.ACTIVE, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> issued("x".repeat(81), LicenseStatus.ACTIVE, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(issued("x".repeat(80), LicenseStatus.ACTIVE, 1).number()).hasSize(80);
    }
}
