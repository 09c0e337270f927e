package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Earlier;
import io.turnout.domain.registration.Hold;
import io.turnout.domain.registration.HoldId;
import io.turnout.domain.registration.Registration;
import io.turnout.domain.registration.RegistrationId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What idempotency keys stand for: all keys of a batch in one look.
final class KeyRows {
    private static final String READ =
            """
            select key_digest, request_digest, registration_id, hold_id
            from idempotency_key where org_id = :org and key_digest = any(:keys)
            """;

    private KeyRows() {}

    /// A key that is kept, and what it became.
    record Kept(ByteBuffer request, Earlier became) {
        /// What it means for a request that comes with this key. A key whose request is emptied is
        /// of somebody who was forgotten.
        Earlier seenBy(KeyPrint print) {
            if (!request.hasRemaining()) {
                return new Earlier.Gone();
            }
            return request.equals(print.request()) ? became : new Earlier.Another();
        }
    }

    private record Row(
            ByteBuffer key,
            ByteBuffer request,
            Optional<RegistrationId> registration,
            Optional<HoldId> hold) {}

    static Map<ByteBuffer, Kept> read(Handle handle, OrgId org, Collection<KeyPrint> prints) {
        if (prints.isEmpty()) {
            return new HashMap<>();
        }
        List<byte[]> keys = prints.stream().map(print -> KeyPrint.bytes(print.key())).toList();
        List<Row> rows =
                handle.createQuery(READ)
                        .bind("org", org.value())
                        .bind("keys", new ByteaArray(keys))
                        .map(
                                (row, _) ->
                                        new Row(
                                                ByteBuffer.wrap(row.getBytes("key_digest")),
                                                ByteBuffer.wrap(row.getBytes("request_digest")),
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        "registration_id",
                                                                        UUID.class))
                                                        .map(RegistrationId::new),
                                                Optional.ofNullable(
                                                                row.getObject(
                                                                        "hold_id", UUID.class))
                                                        .map(HoldId::new)))
                        .list();
        return became(handle, org, rows);
    }

    private static Map<ByteBuffer, Kept> became(Handle handle, OrgId org, List<Row> rows) {
        Map<RegistrationId, Registration> registrations =
                RegistrationRows.read(
                        handle,
                        org,
                        rows.stream().flatMap(r -> r.registration().stream()).toList());
        Map<HoldId, Hold> holds =
                HoldRows.read(handle, org, rows.stream().flatMap(r -> r.hold().stream()).toList());
        Map<ByteBuffer, Kept> kept = new HashMap<>();
        for (Row row : rows) {
            Optional<Earlier> registration =
                    row.registration()
                            .map(id -> new Earlier.SameRegistration(of(registrations, id)));
            Earlier became =
                    registration.orElseGet(
                            () -> new Earlier.SameHold(of(holds, row.hold().orElseThrow())));
            kept.put(row.key(), new Kept(row.request(), became));
        }
        return kept;
    }

    private static <K, V> V of(Map<K, V> all, K id) {
        return Objects.requireNonNull(all.get(id), "a key outlived what it stands for");
    }
}
