package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.attendeelink.LinkUploads.Beginning;
import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.LinkUploads.Listed;
import io.turnout.application.attendeelink.LinkUploads.Progress;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.contract.Storage;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.RefusedRow;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadTally;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What everybody who keeps uploads promises.
public abstract class LinkUploadsContract {
    private LinkUploads uploads;
    private OrgId org;
    private EventId event;
    private UploadKey key;

    protected abstract Storage storage();

    @BeforeEach
    void open() {
        uploads = storage().uploads();
        org = Ids.org();
        event = Ids.event();
        key = key("message-1");
        storage().welcome(org);
    }

    private UploadKey key(String message) {
        return new UploadKey(org, event, UploadId.of(event, message));
    }

    private UploadClaim claimed(UploadKey one) {
        assertThat(uploads.begin(one)).isNotNull();
        assertThat(uploads.claim(one)).isInstanceOf(Claiming.Claimed.class);
        uploads.release(new UploadClaim(one, 1));
        return claimedAgain(one);
    }

    private UploadClaim claimedAgain(UploadKey one) {
        return ((Claiming.Claimed) uploads.claim(one)).claim();
    }

    private LinkUpload found() {
        return uploads.find(key).orElseThrow();
    }

    private SealedLink link(String reference) {
        return new SealedLink(
                LinkId.of(event, reference),
                new Reference(reference),
                event,
                1,
                new Sealed(new byte[] {1}, new byte[] {2}),
                new byte[] {3});
    }

    private UploadPart part(long from, String... references) {
        return new UploadPart(
                from, List.of(references).stream().map(this::link).toList(), List.of(), 0);
    }

    @Test
    void an_upload_is_begun_once_and_found_by_whoever_asks_again() {
        assertThat(uploads.find(key)).isEmpty();

        Beginning first = uploads.begin(key);
        Beginning second = uploads.begin(key);

        LinkUpload begun = found();
        assertThat(first).isEqualTo(new Beginning.Begun(begun));
        assertThat(second).isEqualTo(new Beginning.BegunBefore(begun));
        assertThat(begun.state()).isEqualTo(LinkUpload.State.OPEN);
        assertThat(begun.tally()).isEqualTo(UploadTally.NOTHING);
    }

    @Test
    void it_is_found_in_its_org_and_event_alone() {
        assertThat(uploads.begin(key)).isInstanceOf(Beginning.Begun.class);
        OrgId other = Ids.org();
        storage().welcome(other);

        for (UploadKey wrong :
                List.of(
                        new UploadKey(other, event, key.id()),
                        new UploadKey(org, Ids.event(), key.id()),
                        key("message-2"))) {
            assertThat(uploads.find(wrong)).isEmpty();
            assertThat(uploads.claim(wrong)).isEqualTo(new Claiming.Unknown());
        }
    }

    @Test
    void rows_and_that_they_came_are_kept_together() {
        UploadClaim claim = claimed(key);
        List<RefusedRow> refused =
                List.of(
                        new RefusedRow(3, RowFault.EMAIL_MISSING),
                        new RefusedRow(4, RowFault.UNREADABLE));
        UploadPart part = new UploadPart(1, List.of(link("a"), link("b")), refused, 7);

        assertThat(uploads.keep(claim, part)).isEqualTo(Progress.KEPT);
        assertThat(uploads.keep(claim, part(5, "c"))).isEqualTo(Progress.KEPT);

        UploadTally tally = found().tally();
        assertThat(tally.rows()).isEqualTo(5);
        assertThat(tally.kept()).isEqualTo(3);
        assertThat(tally.dropped()).isEqualTo(7);
        assertThat(tally.refused()).isEqualTo(refused);
        assertThat(tally.faults())
                .containsOnlyKeys(RowFault.EMAIL_MISSING, RowFault.UNREADABLE)
                .containsEntry(RowFault.UNREADABLE, 1L);
        assertThat(found().state()).isEqualTo(LinkUpload.State.RECEIVING);
        for (String reference : List.of("a", "b", "c")) {
            assertThat(storage().links().find(org, link(reference).id())).isPresent();
        }
    }

    @Test
    void rows_that_do_not_come_next_are_not_kept() {
        UploadClaim claim = claimed(key);
        assertThat(uploads.keep(claim, part(1, "a", "b"))).isEqualTo(Progress.KEPT);

        for (long wrong : new long[] {1, 2, 4}) {
            assertThatThrownBy(() -> uploads.keep(claim, part(wrong, "c")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(found().tally().rows()).isEqualTo(2);
        assertThat(storage().links().find(org, link("c").id())).isEmpty();
    }

    @Test
    void of_many_at_once_one_brings_rows() {
        assertThat(uploads.begin(key)).isInstanceOf(Beginning.Begun.class);

        List<Claiming> claimings = Race.of(20, _ -> storage().uploads().claim(key));

        assertThat(Race.count(claimings, Claiming.Claimed.class)).isEqualTo(1);
        assertThat(Race.count(claimings, Claiming.Busy.class)).isEqualTo(19);
    }

    @Test
    void whoever_lets_go_leaves_it_to_the_next_who_goes_on_there() {
        UploadClaim first = claimed(key);
        assertThat(uploads.keep(first, part(1, "a", "b"))).isEqualTo(Progress.KEPT);
        assertThat(uploads.claim(key)).isEqualTo(new Claiming.Busy());

        uploads.release(first);

        assertThat(found().state()).isEqualTo(LinkUpload.State.OPEN);
        assertThat(uploads.claim(key))
                .isEqualTo(new Claiming.Claimed(new UploadClaim(key, first.attempt() + 1), 3));
        assertThat(uploads.keep(first, part(3, "c"))).isEqualTo(Progress.LOST);
        uploads.release(first);
        uploads.finish(first);
        assertThat(found().state()).isEqualTo(LinkUpload.State.RECEIVING);
        assertThat(found().tally().rows()).isEqualTo(2);
    }

    @Test
    void whoever_is_gone_keeps_it_for_a_minute() {
        UploadClaim gone = claimed(key);
        storage().elapse(LinkUploads.LEASE.minusSeconds(10));
        assertThat(uploads.claim(key)).isEqualTo(new Claiming.Busy());
        assertThat(uploads.keep(gone, part(1, "a"))).isEqualTo(Progress.KEPT);
        storage().elapse(LinkUploads.LEASE.minusSeconds(10));
        assertThat(uploads.claim(key)).isEqualTo(new Claiming.Busy());

        storage().elapse(Duration.ofSeconds(11));

        UploadClaim next = claimedAgain(key);
        assertThat(uploads.keep(gone, part(2, "b"))).isEqualTo(Progress.LOST);
        assertThat(uploads.keep(next, part(2, "b"))).isEqualTo(Progress.KEPT);
        assertThat(found().took()).isBetween(Duration.ofSeconds(49), Duration.ofSeconds(60));
    }

    @Test
    void what_is_finished_stays_so() {
        UploadClaim claim = claimed(key);
        assertThat(uploads.keep(claim, part(1, "a"))).isEqualTo(Progress.KEPT);

        uploads.finish(claim);

        uploads.release(claim);
        assertThat(found().state()).isEqualTo(LinkUpload.State.FINISHED);
        assertThat(uploads.claim(key)).isEqualTo(new Claiming.Finished());
        assertThat(uploads.keep(claim, part(2, "b"))).isEqualTo(Progress.LOST);
        assertThat(uploads.begin(key)).isEqualTo(new Beginning.BegunBefore(found()));
    }

    @Test
    void a_ticket_that_ran_out_lets_nobody_in_and_its_links_stay() {
        UploadClaim claim = claimed(key);
        assertThat(uploads.keep(claim, part(1, "a"))).isEqualTo(Progress.KEPT);
        storage().elapse(LinkUploads.LIFE.minusMinutes(1));
        assertThat(uploads.find(key)).isPresent();

        storage().elapse(Duration.ofMinutes(1));

        assertThat(uploads.find(key)).isEmpty();
        assertThat(uploads.claim(key)).isEqualTo(new Claiming.Unknown());
        assertThat(uploads.keep(claim, part(2, "b"))).isEqualTo(Progress.LOST);
        assertThat(storage().links().find(org, link("a").id())).isPresent();
    }

    @Test
    void so_many_are_open_and_no_more() {
        for (int i = 0; i < LinkUploads.OPEN_MAX; i++) {
            assertThat(uploads.begin(key("message-" + i))).isInstanceOf(Beginning.Begun.class);
        }

        assertThat(uploads.begin(key("one more"))).isEqualTo(new Beginning.TooMany());
        assertThat(uploads.begin(key)).isInstanceOf(Beginning.BegunBefore.class);
        uploads.finish(claimedAgain(key));
        assertThat(uploads.begin(key("one more"))).isInstanceOf(Beginning.Begun.class);
    }

    @Test
    void of_refused_rows_the_first_are_named_and_all_are_counted() {
        UploadClaim claim = claimed(key);
        List<RefusedRow> all =
                LongStream.rangeClosed(1, 1_500)
                        .mapToObj(row -> new RefusedRow(row, RowFault.NAME_INVALID))
                        .toList();

        assertThat(uploads.keep(claim, new UploadPart(1, List.of(), all.subList(0, 900), 0)))
                .isEqualTo(Progress.KEPT);
        assertThat(uploads.keep(claim, new UploadPart(901, List.of(), all.subList(900, 1_500), 0)))
                .isEqualTo(Progress.KEPT);

        assertThat(found().tally().refused()).isEqualTo(all.subList(0, UploadTally.NAMED_MAX));
        assertThat(found().tally().faults()).containsEntry(RowFault.NAME_INVALID, 1_500L);
    }

    @Test
    void links_are_listed_page_by_page_in_the_order_of_their_ids() {
        UploadClaim claim = claimed(key);
        List<SealedLink> links = IntStream.range(0, 250).mapToObj(i -> link("l" + i)).toList();
        assertThat(uploads.keep(claim, new UploadPart(1, links, List.of(), 0)))
                .isEqualTo(Progress.KEPT);

        List<Listed> listed = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            Optional<LinkId> last =
                    listed.isEmpty() ? Optional.empty() : Optional.of(listed.getLast().link());
            listed.addAll(uploads.list(key, last, 100));
        }

        assertThat(listed).hasSize(250).doesNotHaveDuplicates();
        assertThat(listed).isSortedAccordingTo(Comparator.comparing(one -> one.link().toString()));
        assertThat(listed).allSatisfy(one -> assertThat(one.link()).isEqualTo(id(one)));
        assertThat(uploads.list(key, Optional.of(listed.getLast().link()), 100)).isEmpty();
        assertThatThrownBy(() -> uploads.list(key, Optional.empty(), LinkUploads.LIST_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LinkId id(Listed one) {
        return LinkId.of(event, one.reference().value());
    }

    @Test
    void a_link_is_listed_by_the_upload_that_kept_it_last() {
        UploadKey second = key("message-2");
        assertThat(uploads.keep(claimed(key), part(1, "a", "b", "b"))).isEqualTo(Progress.KEPT);
        assertThat(uploads.keep(claimed(second), part(1, "b"))).isEqualTo(Progress.KEPT);
        var _ = storage().links().keep(org, List.of(link("c")));

        assertThat(uploads.list(key, Optional.empty(), 10))
                .extracting(Listed::reference)
                .containsExactly(new Reference("a"));
        assertThat(uploads.list(second, Optional.empty(), 10))
                .extracting(Listed::reference)
                .containsExactly(new Reference("b"));
    }
}
