package io.turnout.adapters.postgres;

import static io.turnout.application.erasure.Forgetting.invite;
import static io.turnout.application.privacy.RecordKeys.START;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.adapters.caffeine.CaffeineAttendeeLinks;
import io.turnout.application.attendeelink.KeptLink;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.contract.Fair;
import io.turnout.application.erasure.Forgetting;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.registration.CancelDecision;
import io.turnout.domain.registration.LinkId;
import io.turnout.domain.registration.RegistrationId;
import io.turnout.domain.retention.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What one instance remembers of links while another changes them.
class LinkNewsTest {
    private static final String ADA = "ada@example.org";
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final String URL = PostgresServer.freshUrl();
    private static final PostgresStorage HERE =
            new PostgresStorage(AdmissionSettings.USUAL, PostgresServer.connect(URL));
    private static final Instance THERE = new Instance("there");

    private final Fair fair = Fair.of(HERE, 10);

    /// Another instance, as far as it has to do with links.
    private static final class Instance implements AutoCloseable {
        private final CaffeineAttendeeLinks links =
                new CaffeineAttendeeLinks(
                        new PostgresAttendeeLinks(
                                new Gate(PostgresServer.connect(URL), PostgresStorage.STACK)));
        private final LinkListener listener;

        Instance(String name) {
            Jdbi jdbi = PostgresServer.connect(URL + "&ApplicationName=" + name);
            this.listener = new LinkListener(new Gate(jdbi, PostgresStorage.STACK), List.of(links));
            var _ = Thread.ofPlatform().daemon().start(listener);
        }

        @Override
        public void close() {
            listener.close();
        }
    }

    @AfterAll
    static void stop() {
        THERE.close();
        HERE.close();
    }

    private Optional<KeptLink> remembered(LinkId link) {
        return THERE.links.find(fair.org(), link);
    }

    /// Whether it comes true in that time.
    private static boolean within(Duration time, BooleanSupplier change) {
        long end = System.nanoTime() + time.toNanos();
        boolean seen = change.getAsBoolean();
        while (!seen && System.nanoTime() < end) {
            Thread.onSpinWait();
            seen = change.getAsBoolean();
        }
        return seen;
    }

    private List<SealedLink> links(String say) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> new Reference("invitation-" + i))
                .map(
                        reference ->
                                new SealedLink(
                                        LinkId.of(fair.event(), reference.value()),
                                        reference,
                                        fair.event(),
                                        1,
                                        new Sealed(say.getBytes(UTF_8), new byte[] {2}),
                                        new byte[] {3}))
                .toList();
    }

    private String said(LinkId link) {
        return new String(remembered(link).orElseThrow().content().prefill().ciphertext(), UTF_8);
    }

    private List<RegistrationId> came(LinkId link) {
        return remembered(link).orElseThrow().registrations();
    }

    /// Takes a row away behind everybody's back, so that only memory knows of it.
    private void hide(LinkId link) {
        HERE.gate()
                .write(
                        fair.org(),
                        handle ->
                                handle.execute(
                                        "delete from link where org_id = ? and link_id = ?",
                                        fair.org().value(),
                                        link.value()));
    }

    @Test
    void what_nobody_tells_of_stays_as_it_was() {
        LinkId link = invite(fair, ADA);
        assertThat(remembered(link)).isPresent();

        hide(link);

        assertThat(within(AT_ONCE, () -> remembered(link).isEmpty())).isFalse();
    }

    @Test
    void who_was_erased_elsewhere_is_not_found_here_a_second_later() {
        LinkId link = invite(fair, ADA);
        assertThat(remembered(link)).isPresent();
        Forgetting forgetting = Forgetting.in(fair);
        ErasureId id = forgetting.ask(ADA);

        forgetting.run();

        assertThat(within(AT_ONCE, () -> remembered(link).isEmpty())).isTrue();
        assertThat(forgetting.progress(id).erased().links()).isOne();
    }

    @Test
    void all_of_a_thousand_that_are_replaced_in_one_go_are_told_of() {
        List<SealedLink> after = links("b");
        var _ = HERE.links().keep(fair.org(), links("a"));
        after.forEach(one -> assertThat(remembered(one.id())).isPresent());

        var _ = HERE.links().keep(fair.org(), after);

        List<LinkId> waiting = new ArrayList<>(after.stream().map(SealedLink::id).toList());
        assertThat(
                        within(
                                LONG,
                                () -> {
                                    waiting.removeIf(one -> said(one).equals("b"));
                                    return waiting.isEmpty();
                                }))
                .isTrue();
    }

    @Test
    void who_came_by_it_is_seen_and_who_cancels_is_not_any_more() {
        LinkId link = invite(fair, ADA);
        assertThat(remembered(link).orElseThrow().registrations()).isEmpty();

        RegistrationId came = fair.admit(fair.group(1).invited(Optional.of(link))).id();
        assertThat(within(AT_ONCE, () -> came(link).equals(List.of(came)))).isTrue();

        assertThat(fair.cancel(came)).isInstanceOf(CancelDecision.Cancelled.class);
        assertThat(within(AT_ONCE, () -> came(link).isEmpty())).isTrue();
    }

    @Test
    void what_was_kept_long_enough_is_forgotten_here_too() {
        LinkId link = invite(fair, ADA);
        fair.end(2);
        assertThat(remembered(link)).isPresent();

        int deleted = HERE.retained().delete(fair.org(), Kind.LINKS, Duration.ofDays(30));

        assertThat(deleted).isOne();
        assertThat(within(AT_ONCE, () -> remembered(link).isEmpty())).isTrue();
    }

    @Test
    void one_whose_key_was_wrapped_anew_is_not_held_by_its_older_key() {
        LinkId link = invite(fair, ADA);
        assertThat(remembered(link)).isPresent();
        byte[] anew = {1, 0, 0, 0, 2, 9};

        var window =
                new PostgresRecordKeys(HERE.gate(), HERE.vault())
                        .rewrap(fair.org(), Shelf.RECORDS, 2, START, (_, _) -> Optional.of(anew));

        assertThat(window.changed()).isOne();
        assertThat(within(AT_ONCE, () -> Arrays.equals(key(link), anew))).isTrue();
    }

    private byte[] key(LinkId link) {
        return remembered(link).orElseThrow().content().prefill().wrappedKey();
    }

    @Test
    void whoever_was_cut_off_keeps_nothing_that_it_may_have_missed() {
        LinkId link = invite(fair, ADA);
        try (Instance cut = new Instance("cut")) {
            assertThat(cut.links.find(fair.org(), link)).isPresent();

            cutOff();
            hide(link);

            assertThat(within(LONG, () -> cut.links.find(fair.org(), link).isEmpty())).isTrue();
        }
    }

    private static void cutOff() {
        HERE.gate()
                .jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        select pg_terminate_backend(pid) from pg_stat_activity
                                        where application_name = 'cut'
                                        """));
    }
}
