package io.turnout.application.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.licensing.LicensePolls.Poll;
import io.turnout.application.nudging.Nudge;
import io.turnout.domain.org.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of asking the vendor's org.
public abstract class LicensePollsContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Storage storage;
    private OrgId vendor;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        vendor = Ids.org();
        storage.welcome(vendor);
        storage.licensePolls().watch(vendor);
    }

    /// The vendors of other tests are asked too; that is settled on the way.
    private Optional<Poll> take() {
        Optional<Poll> poll = storage.licensePolls().take(MINUTE);
        while (poll.isPresent() && !poll.get().vendor().equals(vendor)) {
            storage.licensePolls().settle(poll.get(), Optional.empty());
            poll = storage.licensePolls().take(MINUTE);
        }
        return poll;
    }

    private void settle(Optional<String> failure) {
        storage.licensePolls().settle(take().orElseThrow(), failure);
    }

    private LicensePolls.View view() {
        return storage.licensePolls().look().stream()
                .filter(one -> one.vendor().equals(vendor))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_vendor_is_asked_at_once_and_then_every_minute_by_one_instance() {
        List<Optional<Poll>> taken = Race.of(8, _ -> take());
        Poll first = taken.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(taken.stream().flatMap(Optional::stream)).hasSize(1);
        assertThat(first.vendor()).isEqualTo(vendor);
        storage.licensePolls().settle(first, Optional.empty());

        storage.elapse(MINUTE.minusMillis(500));
        assertThat(take()).isEmpty();
        storage.elapse(Duration.ofMillis(500));

        assertThat(take()).isPresent();
    }

    @Test
    void a_nudge_of_the_vendor_is_heeded_at_once_and_of_another_not_at_all() {
        OrgId other = Ids.org();
        storage.welcome(other);
        settle(Optional.empty());
        assertThat(hear(other)).isTrue();
        storage.elapse(LicensePolls.SPACING);
        assertThat(take()).isEmpty();

        assertThat(hear(vendor)).isTrue();

        settle(Optional.empty());
        storage.elapse(LicensePolls.SPACING);
        assertThat(take()).isEmpty();
    }

    private boolean hear(OrgId org) {
        String id = "msg-" + Ids.key().value();
        return storage.nudges().keep(new Nudge(org, id, new Nudge.About.Licenses()));
    }

    @Test
    void how_it_fares_is_told() {
        assertThat(view().lastSuccess()).isEmpty();

        settle(Optional.of("away"));
        assertThat(view().failure()).contains("away");
        assertThat(view().lastFailure()).isPresent();
        storage.elapse(MINUTE);
        settle(Optional.empty());

        assertThat(view().failure()).isEmpty();
        assertThat(view().lastSuccess()).isPresent();
    }

    @Test
    void an_instance_that_died_is_replaced_and_its_word_counts_no_more() {
        Poll dead = take().orElseThrow();
        storage.elapse(LicensePolls.LEASE);
        settle(Optional.empty());

        storage.licensePolls().settle(dead, Optional.of("late"));

        assertThat(view().failure()).isEmpty();
    }
}
