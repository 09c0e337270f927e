package io.turnout.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Storage;
import io.turnout.application.delivery.Arrears.OfOrg;
import io.turnout.domain.delivery.Batch;
import io.turnout.domain.delivery.BatchRule;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What everybody promises who counts what all orgs are owed. Tests may share a storage, so that
/// others may be owed something too.
public abstract class ArrearsContract {
    private static final BatchRule FIVE =
            new BatchRule(5, Duration.ofMinutes(5), 200, Duration.ZERO);

    protected abstract Storage storage();

    protected abstract Arrears arrears();

    private List<OfOrg> of(Fair... fairs) {
        List<String> orgs = Stream.of(fairs).map(one -> one.org().value()).toList();
        return arrears().worst(ShowArrears.MAX).stream()
                .filter(one -> orgs.contains(one.org().value()))
                .toList();
    }

    @Test
    void what_waits_and_what_was_set_aside_is_counted_and_what_was_sent_is_not() {
        Storage storage = storage();
        Fair fair = Fair.of(storage, 100);
        var _ = fair.admit(fair.group(5));
        Batch sent = Relay.take(storage, fair, FIVE).orElseThrow();
        storage.outbox().settle(sent, Relay.sent(sent));
        var _ = fair.admit(fair.group(3));

        OfOrg owed = of(fair).getFirst();

        assertThat(owed.waiting()).isEqualTo(3);
        assertThat(owed.setAside()).isZero();
        assertThat(owed.oldest()).isPresent();
        assertThat(owed.heldBack()).isEmpty();
    }

    @Test
    void an_org_that_is_owed_nothing_is_left_out() {
        Fair fair = Fair.of(storage(), 100);

        assertThat(of(fair)).isEmpty();
    }

    @Test
    void the_org_with_most_set_aside_comes_first_and_then_who_has_waited_longest() {
        Storage storage = storage();
        Fair later = Fair.of(storage, 100);
        Fair earlier = Fair.of(storage, 100);
        Fair aside = Fair.of(storage, 100);
        var _ = earlier.admit(earlier.group(1));
        storage.elapse(Duration.ofSeconds(5));
        var _ = later.admit(later.group(2));
        var _ = aside.admit(aside.group(5));
        Batch refused = Relay.take(storage, aside, FIVE).orElseThrow();
        storage.outbox()
                .settle(
                        refused,
                        Relay.answered(
                                Collections.nCopies(refused.attendees().size(), Relay.refused())));

        assertThat(of(later, earlier, aside))
                .extracting(OfOrg::org)
                .containsExactly(aside.org(), earlier.org(), later.org());
        assertThat(of(aside).getFirst().setAside()).isEqualTo(5);
        assertThat(of(aside).getFirst().oldest()).isEmpty();
    }

    @Test
    void no_more_are_told_than_asked_for() {
        Storage storage = storage();
        for (int n = 0; n < 3; n++) {
            Fair fair = Fair.of(storage, 10);
            var _ = fair.admit(fair.group(1));
        }

        assertThat(arrears().worst(2)).hasSize(2);
    }
}
