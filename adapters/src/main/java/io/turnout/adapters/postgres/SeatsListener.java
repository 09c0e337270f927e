package io.turnout.adapters.postgres;

import io.turnout.domain.capacity.RoomId;
import io.turnout.domain.capacity.RoomKind;
import io.turnout.domain.org.OrgId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Hears from every instance when a full room has seats again, and forgets that it was full. While
/// its connection is broken, nothing is remembered as full for longer than its second.
final class SeatsListener extends ChannelListener {
    private final SoldOut soldOut;

    SeatsListener(Jdbi jdbi, SoldOut soldOut) {
        super(jdbi, BatchWrite.CHANNEL);
        this.soldOut = soldOut;
    }

    @Override
    void begun() {
        soldOut.forgetAll();
    }

    @Override
    void broken() {
        // It forgets by itself.
    }

    /// An org and its rooms, as `BatchWrite` says them: `00D… ITEM:a03… SESSION:a04…`.
    @Override
    void hear(List<String> words) {
        OrgId org = new OrgId(words.getFirst());
        for (String one : words.subList(1, words.size())) {
            String[] room = one.split(":", 2);
            soldOut.forget(org, new RoomId(RoomKind.valueOf(room[0]), room[1]));
        }
    }
}
