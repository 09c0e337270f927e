package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.application.attendeelink.ReceiveLinks.Answer;
import io.turnout.application.contract.Ids;
import io.turnout.application.memory.Memory;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.RefusedRow;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.attendeelink.UploadRow.Ending;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links, from an org's file to who opens them.
class UploadScenarioTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Memory memory = Memory.empty(() -> NOON);
    private final LinkUseCases links = LinkUseCases.over(memory.links(), memory.book());
    private final OrgId org = Ids.org();
    private final EventId event = Ids.event();
    private final UploadKey key = new UploadKey(org, event, UploadId.of(event, "m"));

    @BeforeEach
    void begin() {
        assertThat(links.uploads().begin().begin(org, event, "m"))
                .isInstanceOf(BeginUpload.Answer.First.class);
    }

    private UploadRow row(int number) {
        Prefill person =
                new Prefill(
                        "p" + number + "@example.com",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new UploadRow.Good(
                new Link(new Reference("r" + number), event, 1, person), number % 2);
    }

    private Supplier<UploadRow> rows(int from, int to, Ending how) {
        return ending(IntStream.rangeClosed(from, to).mapToObj(this::row), how);
    }

    private static Supplier<UploadRow> ending(Stream<UploadRow> rows, Ending how) {
        Iterator<UploadRow> all = rows.iterator();
        return () -> all.hasNext() ? all.next() : new UploadRow.End(how);
    }

    private LinkUpload received(long first, Supplier<UploadRow> rows, Ending how) {
        Answer answer = links.uploads().receive().receive(key, first, rows);
        assertThat(answer).isInstanceOf(Answer.Received.class);
        Answer.Received received = (Answer.Received) answer;
        assertThat(received.how()).isEqualTo(how);
        return received.upload();
    }

    private List<String> listed() {
        List<String> references = new ArrayList<>();
        long told =
                links.uploads()
                        .list()
                        .list(
                                key,
                                (reference, token) -> {
                                    references.add(reference.value());
                                    assertThat(links.read().read(org, token.value()))
                                            .flatMap(id -> links.open().open(org, id))
                                            .map(opened -> opened.link().reference())
                                            .contains(reference);
                                });
        assertThat(told).isEqualTo(references.size());
        return references;
    }

    @Test
    void a_file_of_many_rows_becomes_links_that_open() {
        LinkUpload upload = received(1, rows(1, 25_001, Ending.WHOLE), Ending.WHOLE);

        assertThat(upload.state()).isEqualTo(LinkUpload.State.FINISHED);
        assertThat(upload.tally().kept()).isEqualTo(25_001);
        assertThat(upload.tally().dropped()).isEqualTo(12_501);
        assertThat(listed()).hasSize(25_001).doesNotHaveDuplicates();
        assertThat(links.uploads().receive().receive(key, 1, rows(1, 1, Ending.WHOLE)))
                .isEqualTo(new Answer.Finished());
    }

    @Test
    void what_broke_off_goes_on_where_it_was_or_comes_whole_again() {
        LinkUpload broken = received(1, rows(1, 10_500, Ending.BROKEN_OFF), Ending.BROKEN_OFF);
        assertThat(broken.state()).isEqualTo(LinkUpload.State.OPEN);
        assertThat(broken.tally().next()).isEqualTo(10_501);
        assertThat(links.uploads().receive().receive(key, 10_502, rows(1, 1, Ending.WHOLE)))
                .isEqualTo(new Answer.Gap(10_501));

        LinkUpload more = received(10_501, rows(10_501, 10_900, Ending.TOO_SLOW), Ending.TOO_SLOW);
        LinkUpload all = received(1, rows(1, 11_000, Ending.WHOLE), Ending.WHOLE);

        assertThat(more.tally().rows()).isEqualTo(10_900);
        assertThat(all.state()).isEqualTo(LinkUpload.State.FINISHED);
        assertThat(all.tally().rows()).isEqualTo(11_000);
        assertThat(all.tally().dropped()).isEqualTo(5_500);
        assertThat(listed()).hasSize(11_000);
    }

    @Test
    void nothing_and_less_than_is_kept_are_no_end() {
        assertThat(received(1, rows(1, 0, Ending.WHOLE), Ending.WHOLE).state())
                .isEqualTo(LinkUpload.State.OPEN);
        var _ = received(1, rows(1, 5, Ending.BROKEN_OFF), Ending.BROKEN_OFF);

        assertThat(received(1, rows(1, 4, Ending.WHOLE), Ending.WHOLE).state())
                .isEqualTo(LinkUpload.State.OPEN);
        assertThat(received(6, rows(1, 0, Ending.WHOLE), Ending.WHOLE).state())
                .isEqualTo(LinkUpload.State.FINISHED);
    }

    @Test
    void a_row_that_is_none_costs_no_other_and_is_named() {
        UploadRow bad = new UploadRow.Bad(RowFault.EMAIL_INVALID, 2);

        LinkUpload upload =
                received(
                        1, ending(Stream.of(row(1), bad, row(3), bad), Ending.WHOLE), Ending.WHOLE);

        assertThat(upload.tally().kept()).isEqualTo(2);
        assertThat(upload.tally().dropped()).isEqualTo(6);
        assertThat(upload.tally().refused())
                .containsExactly(
                        new RefusedRow(2, RowFault.EMAIL_INVALID),
                        new RefusedRow(4, RowFault.EMAIL_INVALID));
        assertThat(listed()).containsExactlyInAnyOrder("r1", "r3");
    }

    @Test
    void in_a_pause_what_came_is_kept() {
        List<Long> kept = new ArrayList<>();
        Iterator<UploadRow> all = List.of(row(1), row(2), new UploadRow.Pause(), row(3)).iterator();
        Supplier<UploadRow> watching =
                () -> {
                    kept.add(links.uploads().show().show(key).orElseThrow().tally().rows());
                    return all.hasNext() ? all.next() : new UploadRow.End(Ending.WHOLE);
                };

        assertThat(received(1, watching, Ending.WHOLE).tally().rows()).isEqualTo(3);
        assertThat(kept).containsExactly(0L, 0L, 0L, 2L, 2L);
    }

    @Test
    void who_comes_while_another_brings_rows_is_told_so() {
        List<Answer> others = new ArrayList<>();
        Supplier<UploadRow> slow =
                () -> {
                    others.add(links.uploads().receive().receive(key, 1, rows(1, 1, Ending.WHOLE)));
                    return new UploadRow.End(Ending.BROKEN_OFF);
                };

        var _ = received(1, slow, Ending.BROKEN_OFF);

        assertThat(others).containsExactly(new Answer.Busy());
    }

    @Test
    void no_more_than_may_be_kept_at_once_is_a_part() {
        List<RefusedRow> most =
                IntStream.rangeClosed(1, AttendeeLinks.KEEP_MAX)
                        .mapToObj(row -> new RefusedRow(row, RowFault.TOO_LONG))
                        .toList();
        List<RefusedRow> more = new ArrayList<>(most);
        more.add(new RefusedRow(10_001, RowFault.TOO_LONG));

        assertThat(new UploadPart(1, List.of(), most, 0).refused()).hasSize(10_000);
        assertThatThrownBy(() -> new UploadPart(1, List.of(), more, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
