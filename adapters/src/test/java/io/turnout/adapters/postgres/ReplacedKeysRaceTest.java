package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.adapters.tink.LocalKeyManagement;
import io.turnout.adapters.tink.OpenKeys;
import io.turnout.adapters.tink.TinkVault;
import io.turnout.application.contract.Fair;
import io.turnout.application.erasure.Erasures;
import io.turnout.application.erasure.Forgetting;
import io.turnout.application.privacy.KeyManagement;
import io.turnout.application.privacy.OrgKeys;
import io.turnout.application.privacy.OrgKeys.Purpose;
import io.turnout.application.privacy.RecordKeys;
import io.turnout.application.privacy.RecordKeys.Shelf;
import io.turnout.application.privacy.ReplaceOrgKey;
import io.turnout.application.privacy.RewrapRecords;
import io.turnout.application.privacy.Vault;
import io.turnout.application.registration.RegistrationBook;
import io.turnout.domain.erasure.ErasureId;
import io.turnout.domain.erasure.ErasureState;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Admission;
import io.turnout.domain.registration.AttendeeId;
import io.turnout.domain.registration.Decision;
import io.turnout.domain.registration.Person;
import io.turnout.domain.registration.RegistrationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keys by which an org seals and finds people are replaced by two instances while people
/// register at both, and some ask to be forgotten; one of the two dies in the middle of a window.
/// Afterwards every record is counted, opened, and found by the newer key alone.
class ReplacedKeysRaceTest {
    private static final int BEFORE = 2_500;
    private static final int FORGOTTEN = 10;
    private static final Duration RETIRED = Duration.ofSeconds(46);

    private final PostgresStorage postgres = PostgresStorage.twice();
    private final KeyManagement management = new LocalKeyManagement(new byte[32]);
    private final OrgKeys orgKeys = new PostgresOrgKeys(postgres.gate());
    private final RecordKeys records = new PostgresRecordKeys(postgres.gate(), postgres.vault());
    private final OpenKeys one = postgres.keys();
    private final OpenKeys two = new OpenKeys(management, orgKeys);
    private final Fair fair = Fair.of(postgres, 100_000);
    private final Forgetting forgetting = Forgetting.in(fair);
    private final AtomicBoolean home = new AtomicBoolean();
    private final AtomicInteger came = new AtomicInteger();

    private final AdmissionDesk desk = new AdmissionDesk(postgres.gate(), AdmissionSettings.USUAL);

    @BeforeEach
    void open() {
        desk.start();
    }

    @AfterEach
    void close() {
        desk.close();
        postgres.close();
    }

    @Test
    void every_record_opens_and_none_is_under_the_older_key() throws Exception {
        RegistrationBook second =
                new PostgresRegistrationBook(postgres.gate(), new TinkVault(two), desk);
        register(postgres.book(), BEFORE);
        comeWhoLeave(postgres.book());
        RewrapRecords doomed = new RewrapRecords(orgKeys, dying(), new TinkVault(one));
        RewrapRecords other = new RewrapRecords(orgKeys, records, new TinkVault(two));
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> lines = new ArrayList<>();
            for (RegistrationBook book : List.of(postgres.book(), second)) {
                lines.add(people.submit(() -> registerUntilHome(book)));
                lines.add(people.submit(() -> registerUntilHome(book)));
            }
            for (Purpose purpose : List.of(Purpose.SEAL, Purpose.EMAIL)) {
                assertThat(new ReplaceOrgKey(orgKeys, management).replace(fair.org(), purpose))
                        .isEqualTo(ReplaceOrgKey.Answer.BEGUN);
            }
            two.refresh(Instant.EPOCH);
            comeWhoLeave(second);
            one.refresh(Instant.EPOCH);
            assertThat(doomed.rewrap().changed()).isEqualTo(2 * RecordKeys.WINDOW_MAX);
            assertThatThrownBy(
                            () -> {
                                var _ = doomed.rewrap();
                            })
                    .hasMessage("killed");
            assertThat(stale()).allMatch(left -> left > 0);
            List<ErasureId> leaving = leave();
            finish(other, new RewrapRecords(orgKeys, records, new TinkVault(one)));
            home.set(true);
            for (Future<?> line : lines) {
                assertThat(line.get()).isNull();
            }
            System.out.println(
                    "replaced a key while " + (came.get() - BEFORE) + " came to " + BEFORE);
            postgres.elapse(Erasures.SETTLING.plusSeconds(1));
            forgetting.run();
            assertThat(leaving).hasSize(FORGOTTEN).allSatisfy(this::assertForgotten);
        }
        assertThat(came.get()).isGreaterThan(BEFORE);
        assertThat(stale()).containsOnly(0L);
        assertThat(opened()).isEqualTo(came.get());
    }

    private void assertForgotten(ErasureId id) {
        Erasures.Progress progress = forgetting.progress(id);
        assertThat(progress.state()).isEqualTo(ErasureState.DONE);
        assertThat(progress.erased().attendees()).isEqualTo(2);
    }

    private List<Long> stale() {
        return List.of(
                records.stale(fair.org(), Shelf.RECORDS, 2),
                records.stale(fair.org(), Shelf.ATTENDEES, 2));
    }

    private void comeWhoLeave(RegistrationBook book) {
        for (int i = 0; i < FORGOTTEN; i++) {
            RegistrationRequest one = Forgetting.group(fair, leaver(i));
            assertThat(book.decide(one, standing -> Admission.decide(one, standing)))
                    .isInstanceOf(Decision.Admitted.class);
        }
    }

    private static String leaver(int i) {
        return "leaver" + i + "@example.org";
    }

    private List<ErasureId> leave() {
        List<ErasureId> leaving =
                IntStream.range(0, FORGOTTEN).mapToObj(i -> forgetting.ask(leaver(i))).toList();
        forgetting.run();
        return leaving;
    }

    /// Two instances take turns as their loops do, until the older key is gone.
    private void finish(RewrapRecords... instances) {
        int dropped = 0;
        for (int round = 0; dropped == 0; round++) {
            assertThat(round).isLessThan(200);
            if (round == 20) {
                postgres.elapse(RETIRED);
            }
            for (RewrapRecords instance : instances) {
                one.refresh(Instant.EPOCH);
                two.refresh(Instant.EPOCH);
                dropped += instance.rewrap().dropped();
            }
        }
    }

    /// Changes a window, and half of the next, of which nothing is kept.
    private RecordKeys dying() {
        AtomicInteger changed = new AtomicInteger();
        return new RecordKeys() {
            @Override
            public long stale(OrgId org, Shelf shelf, int id) {
                return records.stale(org, shelf, id);
            }

            @Override
            public Window rewrap(OrgId org, Shelf shelf, int id, UUID after, Rule rule) {
                return records.rewrap(
                        org,
                        shelf,
                        id,
                        after,
                        (record, wrapped) -> {
                            if (changed.incrementAndGet() > 7 * WINDOW_MAX / 2) {
                                throw new AssertionError("killed");
                            }
                            return rule.rewrap(record, wrapped);
                        });
            }
        };
    }

    private void registerUntilHome(RegistrationBook book) {
        while (!home.get()) {
            register(book, 5);
        }
    }

    private void register(RegistrationBook book, int people) {
        for (int done = 0; done < people; done += 5) {
            RegistrationRequest five = fair.group(5);
            Decision decision = book.decide(five, standing -> Admission.decide(five, standing));
            assertThat(decision).isInstanceOf(Decision.Admitted.class);
            int _ = came.addAndGet(5);
        }
    }

    private int opened() {
        Vault vault = new TinkVault(new OpenKeys(management, orgKeys));
        PersonSeal seal = new PersonSeal(vault);
        List<Row> rows =
                postgres.gate()
                        .jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        select attendee_id, person, wrapped,
                                                            email_digest
                                                        from attendee join record_key
                                                        on record_key.org_id = attendee.org_id
                                                        and record_id = attendee_id
                                                        """)
                                                .map(
                                                        (row, _) ->
                                                                new Row(
                                                                        row.getObject(
                                                                                1, UUID.class),
                                                                        new Vault.Sealed(
                                                                                row.getBytes(2),
                                                                                row.getBytes(3)),
                                                                        row.getBytes(4)))
                                                .list());
        for (Row row : rows) {
            Person person = seal.open(fair.org(), new AttendeeId(row.id()), row.sealed());
            assertThat(row.finder())
                    .isEqualTo(vault.finder(fair.org(), Person.folded(person.email())));
        }
        return rows.size();
    }

    @SuppressWarnings("ArrayRecordComponent") // opaque bytes that nobody compares
    private record Row(UUID id, Vault.Sealed sealed, byte[] finder) {}
}
