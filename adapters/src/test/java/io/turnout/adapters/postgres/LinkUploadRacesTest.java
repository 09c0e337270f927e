package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkUploads;
import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.LinkUploads.Progress;
import io.turnout.application.attendeelink.ReceiveLinks;
import io.turnout.application.attendeelink.ReceiveLinks.Answer;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.attendeelink.UploadClaim;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.application.contract.Ids;
import io.turnout.application.contract.Race;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.attendeelink.UploadRow;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two instances that bring the same rows of an upload at the same moment.
class LinkUploadRacesTest {
    private static final String URL = PostgresServer.freshUrl();

    @RegisterExtension static final PostgresStorage POSTGRES = instance();
    @RegisterExtension static final PostgresStorage OTHER = instance();

    private static final int ROWS = 2_000;

    private final OrgId org = Ids.org();
    private final EventId event = Ids.event();
    private final UploadKey key = new UploadKey(org, event, UploadId.of(event, "m"));

    @BeforeEach
    void begin() {
        POSTGRES.welcome(org);
        assertThat(POSTGRES.uploads().begin(key)).isInstanceOf(LinkUploads.Beginning.Begun.class);
    }

    private static PostgresStorage instance() {
        return new PostgresStorage(AdmissionSettings.USUAL, PostgresServer.connect(URL));
    }

    private static PostgresStorage instance(int number) {
        return number == 0 ? POSTGRES : OTHER;
    }

    private LinkUpload found() {
        return POSTGRES.uploads().find(key).orElseThrow();
    }

    private int listed() {
        return POSTGRES.uploads().list(key, Optional.empty(), LinkUploads.LIST_MAX).size();
    }

    private Answer put(int number) {
        PostgresStorage here = instance(number);
        ReceiveLinks receive = new ReceiveLinks(here.uploads(), here.vault(), Runnable::run);
        return receive.receive(key, 1, rows());
    }

    private Supplier<UploadRow> rows() {
        Iterator<UploadRow> all = IntStream.rangeClosed(1, ROWS).mapToObj(this::row).iterator();
        return () -> all.hasNext() ? all.next() : new UploadRow.End(UploadRow.Ending.WHOLE);
    }

    private UploadRow row(int number) {
        Prefill person =
                new Prefill(
                        "p" + number + "@example.com",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new UploadRow.Good(new Link(new Reference("r" + number), event, 1, person), 0);
    }

    @RepeatedTest(10)
    void of_two_bodies_at_once_every_row_counts_once() {
        List<Answer> answers = Race.of(2, this::put);

        assertThat(answers).hasAtLeastOneElementOfType(Answer.Received.class);
        assertThat(found().state()).isEqualTo(LinkUpload.State.FINISHED);
        assertThat(found().tally().rows()).isEqualTo(ROWS);
        assertThat(found().tally().kept()).isEqualTo(ROWS);
        assertThat(listed()).isEqualTo(ROWS);
    }

    /// The first is taken for gone while it keeps its part; the other brings less of the same.
    @RepeatedTest(10)
    void of_one_that_was_taken_for_gone_and_who_came_instead_one_keeps_the_part() {
        UploadClaim slow = ((Claiming.Claimed) POSTGRES.uploads().claim(key)).claim();
        POSTGRES.elapse(LinkUploads.LEASE.plus(Duration.ofSeconds(1)));

        List<Progress> progress =
                Race.of(2, number -> number == 0 ? keep(slow, ROWS) : comeInstead());

        long kept = found().tally().kept();
        assertThat(progress.stream().filter(Progress.KEPT::equals)).hasSize(1);
        assertThat(kept).isEqualTo(progress.getFirst() == Progress.KEPT ? ROWS : ROWS / 2);
        assertThat(listed()).isEqualTo((int) kept);
    }

    private Progress keep(UploadClaim claim, int rows) {
        return instance(rows == ROWS ? 0 : 1).uploads().keep(claim, part(rows));
    }

    private Progress comeInstead() {
        return OTHER.uploads().claim(key) instanceof Claiming.Claimed(var claim, var next)
                        && next == 1
                ? keep(claim, ROWS / 2)
                : Progress.LOST;
    }

    private UploadPart part(int rows) {
        return new UploadPart(
                1, IntStream.rangeClosed(1, rows).mapToObj(this::sealed).toList(), List.of(), 0);
    }

    private SealedLink sealed(int number) {
        String reference = "r" + number;
        return new SealedLink(
                LinkId.of(event, reference),
                new Reference(reference),
                event,
                1,
                new Sealed(new byte[] {1}, new byte[] {2}),
                new byte[] {3});
    }
}
