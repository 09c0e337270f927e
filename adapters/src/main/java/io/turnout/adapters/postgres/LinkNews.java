package io.turnout.adapters.postgres;

import io.turnout.domain.org.OrgId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Tells every instance which links are not any more what they were, or what became of them. It is
/// told with the transaction that changed them, so whoever hears it finds them changed.
final class LinkNews {
    static final String CHANNEL = "turnout_links";

    /// A message of PostgreSQL's has less than 8,000 bytes, and an id takes 37 of them.
    private static final int LINKS_A_MESSAGE = 200;

    private static final String TELL =
            "select count(pg_notify(:channel, message)) from unnest(:messages) as message";

    private LinkNews() {}

    /// An org and links of it: `00D… 0f3c… 77a1…`.
    static void tell(Handle handle, OrgId org, Collection<UUID> links) {
        if (links.isEmpty()) {
            return;
        }
        List<String> messages = new ArrayList<>();
        StringBuilder message = new StringBuilder(org.value());
        int said = 0;
        for (UUID link : links) {
            if (said == LINKS_A_MESSAGE) {
                messages.add(message.toString());
                message = new StringBuilder(org.value());
                said = 0;
            }
            message.append(' ').append(link);
            said++;
        }
        messages.add(message.toString());
        var _ =
                handle.createQuery(TELL)
                        .bind("channel", CHANNEL)
                        .bindArray("messages", String.class, messages)
                        .mapTo(Long.class)
                        .one();
    }
}
