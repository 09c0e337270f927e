package io.turnout.adapters.postgres;

import io.turnout.domain.registration.Earlier;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/// What the keys and tickets of a batch stand for, as those before left them. A ticket is kept as
/// a key is: who comes by it again finds what it became.
final class FoldedKeys {
    private final Map<ByteBuffer, KeyRows.Kept> keys;
    private final Writes writes;

    FoldedKeys(Map<ByteBuffer, KeyRows.Kept> keys, Writes writes) {
        this.keys = keys;
        this.writes = writes;
    }

    Earlier earlier(Task task) {
        return task.print()
                .map(print -> earlier(print, task.ticket()))
                .orElseGet(Earlier.Nothing::new);
    }

    private Earlier earlier(KeyPrint print, Optional<KeyPrint> ticket) {
        KeyRows.Kept kept = keys.get(print.key());
        if (kept != null) {
            return kept.seenBy(print);
        }
        boolean used = ticket.filter(one -> keys.containsKey(one.key())).isPresent();
        return used ? new Earlier.TicketUsed() : new Earlier.Nothing();
    }

    /// A ticket that is used up stays as it was; who still came in by it had a hold.
    void keep(KeyPrint print, Optional<KeyPrint> ticket, Earlier became) {
        keys.put(print.key(), new KeyRows.Kept(print.request(), became));
        ticket.filter(one -> !keys.containsKey(one.key()))
                .ifPresent(
                        one -> {
                            keys.put(one.key(), new KeyRows.Kept(one.request(), became));
                            writes.used(one, became);
                        });
    }
}
