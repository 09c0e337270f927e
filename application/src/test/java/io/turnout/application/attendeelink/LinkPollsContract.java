package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkPolls.Outcome;
import io.turnout.application.attendeelink.LinkPolls.Poll;
import io.turnout.application.attendeelink.OwedLinks.Tally;
import io.turnout.application.contract.Fair;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.nudging.Nudge;
import io.turnout.domain.registration.InviteeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who asks orgs whom they invited promises: nobody is missed, nobody has two links,
/// and nobody asks twice at once.
public abstract class LinkPollsContract {
    private static final Duration A_WHILE = Duration.ofHours(1);

    private Storage storage;
    private LinkPolls polls;
    private Fair fair;
    private Invitees invitees;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        storage = storage();
        polls = storage.linkPolls();
        fair = Fair.of(storage, 10);
        invitees = new Invitees(storage, fair);
    }

    private Poll due() {
        storage.elapse(A_WHILE);
        return invitees.take().orElseThrow();
    }

    private boolean isKept(InviteeId record) {
        return storage.links().find(fair.org(), invitees.link(record)).isPresent();
    }

    private void nudge() {
        String id = "msg-" + UUID.randomUUID();
        assertThat(storage.nudges().keep(new Nudge(fair.org(), id, new Nudge.About.Links())))
                .isTrue();
    }

    @Test
    void an_org_is_asked_once_it_is_watched_and_by_one_at_a_time() {
        assertThat(invitees.take()).isEmpty();
        polls.watch(fair.org());
        polls.watch(fair.org());

        Poll poll = invitees.take().orElseThrow();

        assertThat(poll.after()).isEmpty();
        assertThat(invitees.take()).isEmpty();
        storage.elapse(LinkPolls.LEASE.plusSeconds(1));
        assertThat(invitees.take().orElseThrow().attempt()).isGreaterThan(poll.attempt());
    }

    @Test
    void of_many_at_once_one_asks() {
        polls.watch(fair.org());

        List<Optional<Poll>> taken = Race.of(8, _ -> storage.linkPolls().take());

        assertThat(taken.stream().flatMap(Optional::stream).map(Poll::org))
                .filteredOn(fair.org()::equals)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whoever_is_found_has_a_link_whose_address_is_owed_and_no_second_one() {
        polls.watch(fair.org());
        List<InviteeId> three = Invitees.some(3);

        polls.settle(due(), invitees.read(three));
        polls.settle(due(), invitees.read(three));

        assertThat(three).allMatch(this::isKept);
        assertThat(storage.owedLinks().tally(fair.org())).isEqualTo(new Tally(3, 0, 0, 0));
    }

    @Test
    void a_round_goes_on_after_the_last_at_once_and_then_there_is_a_rest() {
        polls.watch(fair.org());
        List<InviteeId> two = Invitees.some(2);
        Poll first = invitees.take().orElseThrow();
        var some = List.of(invitees.minted(two.getFirst()));
        polls.settle(first, new Outcome.Read(some, 1, Optional.of(two.getFirst())));

        Poll second = invitees.take().orElseThrow();
        assertThat(second.after()).contains(two.getFirst());
        polls.settle(second, invitees.read(two.subList(1, 2)));

        assertThat(two).allMatch(this::isKept);
        assertThat(invitees.take()).isEmpty();
        LinkPolls.View view = polls.look(fair.org()).orElseThrow();
        assertThat(view.unusable()).isEqualTo(1);
        assertThat(view.lastSuccess()).isPresent();
        assertThat(due().after()).isEmpty();
    }

    @Test
    void a_nudge_begins_a_round_and_one_that_comes_meanwhile_begins_another() {
        polls.watch(fair.org());
        polls.settle(due(), invitees.read(List.of()));
        assertThat(invitees.take()).isEmpty();
        nudge();
        storage.elapse(LinkPolls.SPACING);
        Poll poll = invitees.take().orElseThrow();
        nudge();
        nudge();

        polls.settle(poll, invitees.read(List.of()));

        storage.elapse(LinkPolls.SPACING);
        polls.settle(invitees.take().orElseThrow(), invitees.read(List.of()));
        storage.elapse(LinkPolls.SPACING);
        assertThat(invitees.take()).isEmpty();
    }

    @Test
    void an_answer_that_comes_too_late_keeps_nothing() {
        polls.watch(fair.org());
        InviteeId record = Invitees.someone();
        Poll slow = due();
        Poll quick = due();

        polls.settle(slow, invitees.read(List.of(record)));

        assertThat(isKept(record)).isFalse();
        polls.settle(quick, invitees.read(List.of(record)));
        assertThat(isKept(record)).isTrue();
    }

    @Test
    void whoever_has_lost_the_address_there_is_told_it_again() {
        List<InviteeId> two = invitees.mint(2);
        invitees.tellAll();
        assertThat(storage.owedLinks().tally(fair.org())).isEqualTo(new Tally(0, 2, 0, 0));

        polls.settle(due(), invitees.read(two.subList(0, 1)));

        assertThat(storage.owedLinks().tally(fair.org())).isEqualTo(new Tally(1, 1, 0, 0));
    }

    @Test
    void what_was_told_after_the_org_was_asked_is_not_told_again() {
        List<InviteeId> one = invitees.mint(1);
        Poll poll = due();
        invitees.tellAll();

        polls.settle(poll, invitees.read(one));

        assertThat(storage.owedLinks().tally(fair.org())).isEqualTo(new Tally(0, 1, 0, 0));
    }

    @Test
    void an_org_that_cannot_be_asked_or_wants_no_links_is_asked_again_later() {
        polls.watch(fair.org());
        polls.settle(due(), new Outcome.Failed("no answer"));
        assertThat(invitees.take()).isEmpty();
        assertThat(polls.look(fair.org()).orElseThrow().trouble()).contains("no answer");

        polls.settle(due(), new Outcome.Unwanted("no field"));

        assertThat(polls.look(fair.org()).orElseThrow().trouble()).contains("no field");
        polls.settle(due(), invitees.read(List.of()));
        assertThat(polls.look(fair.org()).orElseThrow().trouble()).isEmpty();
    }
}
