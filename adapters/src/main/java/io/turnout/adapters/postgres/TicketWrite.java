package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.Earlier;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Writes which tickets of waiting rooms have let somebody in. They stand among the idempotency
/// keys, so that what finds a repeat finds a second use too, and the same constraint refuses it.
final class TicketWrite {
    private static final String USE =
            """
            insert into idempotency_key
                (org_id, key_digest, request_digest, registration_id, hold_id, created_at)
            select :org, ticket, request, registration, hold, now()
            from unnest(:ticket, :request, :registration, :hold)
                as new(ticket, request, registration, hold)
            """;

    private TicketWrite() {}

    static void write(Handle handle, OrgId org, List<Writes.Used> used) {
        Columns columns =
                new Columns()
                        .with("ticket", byte[].class)
                        .with("request", byte[].class)
                        .with("registration", UUID.class)
                        .with("hold", UUID.class);
        for (Writes.Used one : used) {
            byte[] ticket = KeyPrint.bytes(one.ticket().key());
            byte[] request = KeyPrint.bytes(one.ticket().request());
            switch (one.became()) {
                case Earlier.SameRegistration(var registration) ->
                        columns.add(ticket, request, registration.id().value(), null);
                case Earlier.SameHold(var hold) ->
                        columns.add(ticket, request, null, hold.id().value());
                case Earlier.Nothing _, Earlier.TicketUsed _, Earlier.Another _, Earlier.Gone _ ->
                        throw new IllegalStateException("a ticket let nobody in");
            }
        }
        int _ = columns.bindTo(handle.createUpdate(USE)).bind("org", org.value()).execute();
    }
}
