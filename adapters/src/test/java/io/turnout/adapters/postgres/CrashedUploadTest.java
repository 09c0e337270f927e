package io.turnout.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.LinkUploads.Progress;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.attendeelink.UploadClaim;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.application.contract.Ids;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.LinkUpload;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.event.EventId;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of an upload when PostgreSQL itself is killed.
class CrashedUploadTest {
    private static final int PART = 1_000;

    @TempDir Path data;

    private final OrgId org = Ids.org();
    private final EventId event = Ids.event();
    private final UploadKey key = new UploadKey(org, event, UploadId.of(event, "m"));

    private EmbeddedPostgres open() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static PostgresStorage storage(EmbeddedPostgres server) {
        String url = server.getJdbcUrl("postgres", "postgres");
        return new PostgresStorage(AdmissionSettings.USUAL, PostgresServer.connect(url));
    }

    @BeforeEach
    void migrate() throws IOException {
        try (EmbeddedPostgres server = open()) {
            var _ = Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
        }
    }

    /// As the kernel does it when there is no memory left: nobody writes anything any more.
    private void kill() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = server.descendants().toList();
        boolean _ = server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        var _ = server.onExit().join();
        all.forEach(one -> one.onExit().join());
    }

    private UploadPart part(long from) {
        List<SealedLink> links =
                IntStream.range(0, PART).mapToObj(i -> link("row-" + (from + i))).toList();
        return new UploadPart(from, links, List.of(), 0);
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

    private static Claiming.Claimed claimed(PostgresStorage storage, UploadKey key) {
        return (Claiming.Claimed) storage.uploads().claim(key);
    }

    private int links(PostgresStorage storage) {
        return storage.gate()
                .jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("select count(*) from link where org_id = :org")
                                        .bind("org", org.value())
                                        .mapTo(Integer.class)
                                        .one());
    }

    private long bring(PostgresStorage storage, UploadClaim claim, long from, int parts) {
        for (int i = 0; i < parts; i++) {
            assertThat(storage.uploads().keep(claim, part(from + (long) i * PART)))
                    .isEqualTo(Progress.KEPT);
        }
        return from + (long) parts * PART;
    }

    @Test
    void it_goes_on_where_its_rows_end_and_an_end_that_was_told_is_an_end() throws IOException {
        EmbeddedPostgres first = open();
        PostgresStorage before = storage(first);
        before.welcome(org);
        var _ = before.uploads().begin(key);
        long brought = bring(before, claimed(before, key).claim(), 1, 5);

        kill();
        before.close();
        first.close();

        EmbeddedPostgres second = open();
        PostgresStorage after = storage(second);
        after.elapse(Duration.ofMinutes(2));
        Claiming.Claimed again = claimed(after, key);
        assertThat(again.next()).isLessThanOrEqualTo(brought);
        assertThat(links(after)).isEqualTo((int) again.next() - 1);
        int missing = 7 - (int) (again.next() / PART);
        long end = bring(after, again.claim(), again.next(), missing);
        after.uploads().finish(again.claim());

        kill();
        after.close();
        second.close();

        try (EmbeddedPostgres third = open()) {
            PostgresStorage last = storage(third);
            LinkUpload upload = last.uploads().find(key).orElseThrow();
            assertThat(upload.state()).isEqualTo(LinkUpload.State.FINISHED);
            assertThat(upload.tally().next()).isEqualTo(end);
            assertThat(links(last)).isEqualTo((int) end - 1);
            last.close();
        }
    }
}
